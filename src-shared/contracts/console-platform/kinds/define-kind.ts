import type { z } from 'zod'
import type { Role } from '../roles.ts'

/** A value a console sorts, filters or searches by; null where it is empty. */
export type ColumnValue = string | number | null

/** How a column came to be on the wire. */
interface ColumnHistory {
  /** The first protocol that has it; the kind's own by default. */
  readonly since?: number
  /** What protocols up to and including one call it. */
  readonly formerly?: { readonly name: string; readonly until: number }
}

/** A column lifted out of a record: its type in SQL, and the value it has of a record. */
export interface Column<R, V extends ColumnValue = ColumnValue> extends ColumnHistory {
  readonly type: 'text' | 'integer'
  readonly nullable: boolean
  readonly lift: (record: R) => V
}
export type Columns<R> = Readonly<Record<string, Column<R>>>

/** What the platform keeps a record under. */
export interface RecordKey {
  /** '' for what belongs to the desk, not to a marketplace. */
  readonly marketplace: string
  /** '' for what belongs to no provider. */
  readonly providerId: string
  /** Unique in its kind and marketplace, where the kind has such a name. */
  readonly name: string | null
  /** What the records of a provider are read by on the platform, where their kind has an order of its own. */
  readonly sort?: string
  /** Files the record names: who may see the record may fetch them. */
  readonly fileHashes: readonly string[]
}

/** Every record has both; a new version is one higher. */
export interface Versioned {
  readonly id: string
  readonly version: number
}

/**
 * All that is true of a kind of record, on both sides of the wire. Nothing of it can be left out, and what else must
 * know of a kind derives it from here: the rows of the wire, the tables of the cache, who sees what.
 */
export interface KindSheet<
  R extends Versioned,
  C extends Columns<R> = Columns<R>,
  Decided extends boolean = boolean,
  Found extends string = string,
> {
  /** The first protocol that has it; older consoles never hear of it. */
  readonly since: number
  readonly schema: z.ZodType<R>
  /** Its table in a console's cache. */
  readonly table: string
  /** Lifted columns, in wire order, between `id`, `version` and the record's own text. */
  readonly columns: C
  readonly key: (record: R) => RecordKey
  /** The roles that receive it at all; nobody else's console has it. */
  readonly seenBy: readonly Role[]
  /** Takes personal data out, for roles that may not see any; null where it holds none. */
  readonly withoutPersonalData: ((record: R) => R) | null
  /**
   * Of a record that tells of another: the kind of that one, of the kinds it may be, and what is left of this for roles
   * that never receive it. Absent where the record is its own matter.
   */
  readonly tellsOf?: {
    readonly kinds: readonly string[]
    readonly kind: (record: R) => string
    readonly withoutIt: (record: R) => R
  }
  /** What a person calls it. */
  readonly title: (record: R) => string
  /** Where it stands; null where that is not of the record alone, or it has no states. */
  readonly state: (record: R) => string | null
  /** Decisions change it: a console lays those on their way over its confirmed rows. */
  readonly decided: Decided
  /** Columns it is found by. */
  readonly foundBy: readonly Found[]
  /**
   * By the protocol that changed the record: what of it an older console gets, whose schema refuses a field or a value
   * it does not know. `{ 5: (record) => without(record, 'note') }` keeps a note from consoles of protocol 4.
   */
  readonly before: Readonly<Record<number, (record: R) => object>>
}

/** What a sheet is made with: columns of one type of record, whose lift may be null only where the column may. */
interface KindMaker<R extends Versioned> {
  text<V extends string>(lift: (record: R) => V, history?: ColumnHistory): Column<R, V>
  textOrNull<V extends string>(lift: (record: R) => V | null, history?: ColumnHistory): Column<R, V | null>
  integer<V extends number>(lift: (record: R) => V, history?: ColumnHistory): Column<R, V>
  integerOrNull<V extends number>(lift: (record: R) => V | null, history?: ColumnHistory): Column<R, V | null>
  defineKind<C extends Columns<R>, Decided extends boolean, Found extends keyof C & string>(
    sheet: KindSheet<R, C, Decided, Found>,
  ): KindSheet<R, C, Decided, Found>
}

/** The maker of a kind whose records are of a type. */
export function kindOf<R extends Versioned>(): KindMaker<R> {
  return {
    text: (lift, history) => ({ type: 'text', nullable: false, lift, ...history }),
    textOrNull: (lift, history) => ({ type: 'text', nullable: true, lift, ...history }),
    integer: (lift, history) => ({ type: 'integer', nullable: false, lift, ...history }),
    integerOrNull: (lift, history) => ({ type: 'integer', nullable: true, lift, ...history }),
    defineKind: (sheet) => sheet,
  }
}

/** A record less a field. */
export function without<R extends object, F extends keyof R>(record: R, field: F): Omit<R, F> {
  const { [field]: _gone, ...rest } = record
  return rest
}
