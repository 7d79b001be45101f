import { z } from 'zod'
import { type Bilingual, bilingualSchema } from '../base/bilingual.ts'
import { type Instant, instantSchema } from '../base/ids.ts'
import { type PlainDate, plainDateSchema } from '../calendar/plain-date.ts'
import { type Fen, fenSchema } from '../money/fen.ts'

/** A value of one piece that knows what it is. */
export const plainValueSchema = z.discriminatedUnion('kind', [
  /** Not stated, or there is none. */
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('money'), fen: fenSchema }),
  /** A hundredth of a per cent: 850 is 8.5 %. */
  z.strictObject({ kind: z.literal('rate'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('day'), day: plainDateSchema }),
  z.strictObject({ kind: z.literal('instant'), at: instantSchema }),
  z.strictObject({ kind: z.literal('count'), count: z.number() }),
  z.strictObject({ kind: z.literal('yes-no'), is: z.boolean() }),
  /** As somebody wrote it. */
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** One of a closed list, or of what a pack names, by its id and its name. */
  z.strictObject({ kind: z.literal('term'), id: z.string(), name: bilingualSchema }),
  /** A colleague; the name is null where she is not known here. */
  z.strictObject({ kind: z.literal('person'), id: z.string(), name: z.string().nullable() }),
  /** A record of a kind of the contract; the title is null where it is not here. */
  z.strictObject({
    kind: z.literal('record'),
    record: z.string(),
    id: z.string(),
    title: z.string().nullable(),
  }),
])
export type PlainValue = Readonly<z.infer<typeof plainValueSchema>>

/** Values side by side. */
interface ListValue {
  readonly kind: 'list'
  readonly of: readonly Value[]
}
/** Values that say one thing together, e.g. a day, what was done, and an amount. */
interface PhraseValue {
  readonly kind: 'phrase'
  readonly parts: readonly Value[]
}
/** A value under its name, as a part of a phrase. */
interface LabelledValue {
  readonly kind: 'labelled'
  readonly label: Bilingual
  readonly value: Value
}
/** What steps of calculations, decisions and changed fields hold: every reader of it shows it the same way. */
export type Value = PlainValue | ListValue | PhraseValue | LabelledValue

export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([
    plainValueSchema,
    z.strictObject({ kind: z.literal('list'), of: z.array(valueSchema) }),
    z.strictObject({ kind: z.literal('phrase'), parts: z.array(valueSchema) }),
    z.strictObject({ kind: z.literal('labelled'), label: bilingualSchema, value: valueSchema }),
  ]),
)

/** A value under its name. */
export const labelledSchema = z.object({ label: bilingualSchema, value: valueSchema })
export type Labelled = Readonly<z.infer<typeof labelledSchema>>

export const NOTHING: PlainValue = { kind: 'nothing' }

export function money(fen: Fen | null): PlainValue {
  return fen === null ? NOTHING : { kind: 'money', fen }
}

/** A hundredth of a per cent. */
export function rate(basisPoints: number): PlainValue {
  return { kind: 'rate', basisPoints }
}

export function day(value: PlainDate | null): PlainValue {
  return value === null ? NOTHING : { kind: 'day', day: value }
}

export function instant(at: Instant | null): PlainValue {
  return at === null ? NOTHING : { kind: 'instant', at }
}

export function count(value: number | null): PlainValue {
  return value === null ? NOTHING : { kind: 'count', count: value }
}

export function yesNo(is: boolean | null): PlainValue {
  return is === null ? NOTHING : { kind: 'yes-no', is }
}

/** Text as it was written; nothing where it is empty. */
export function text(value: string | null): PlainValue {
  return value === null || value === '' ? NOTHING : { kind: 'text', text: value }
}

/** Values side by side. */
export function list<V extends Value>(of: readonly V[]): { readonly kind: 'list'; readonly of: V[] } {
  return { kind: 'list', of: [...of] }
}

export function term(id: string, name: Bilingual): PlainValue {
  return { kind: 'term', id, name }
}

/** Values that say one thing together; what is nothing is left out when it is said. */
export function phrase(...parts: readonly Value[]): Value {
  return { kind: 'phrase', parts }
}

export function labelled(label: Bilingual, value: Value): Value {
  return { kind: 'labelled', label, value }
}
