import { z } from 'zod'
import { readKept } from '#renderer/review/read-kept.ts'
import { bilingualSchema } from '#shared/base/bilingual.ts'
import type { DepositCandidate } from '#shared/contracts/console-engine/bank-lines.ts'
import {
  type MatchPart,
  matchPartSchema,
  matchTargetSchema,
  type OtherKind,
  PARTS_LIMIT,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import { type Fen, fenSchema } from '#shared/money/fen.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import { targetKey } from './candidate-parts.ts'

/** A row of the split editor. `amount` is as typed, in yuan. */
export const splitRowSchema = z.strictObject({
  target: matchTargetSchema,
  /** The provider; empty for another kind of money. */
  name: z.string().max(400),
  /** What the deposit is for; null: the provider as a whole. */
  category: bilingualSchema.nullable(),
  /** Owed or approved; null for another kind of money. Fen. */
  due: fenSchema.nullable(),
  amount: z.string().max(40),
  reasons: matchPartSchema.shape.reasons,
})
export type SplitRow = Readonly<z.infer<typeof splitRowSchema>>

const keptSchema = z.array(splitRowSchema).max(PARTS_LIMIT)

/** Rows kept from before, null where none are; what another version of the program wrote and this one cannot read counts as none. */
export function parseRows(content: string | null): readonly SplitRow[] | null {
  return readKept(keptSchema, content)
}

/** `1234.50` as one types it; nothing for nothing. */
export function typedYuan(fen: Fen): string {
  return fen <= 0 ? '' : formatYuan(fen).replaceAll(/[¥,]/g, '')
}

/** A row for a deposit; it takes what is due of it, at most what remains. */
export function depositRow(candidate: DepositCandidate, remaining: Fen): SplitRow {
  const { kind, obligationId, providerName, category, due, reasons } = candidate
  return {
    target: { kind, obligationId },
    name: providerName,
    category,
    due,
    amount: typedYuan(Math.min(due, Math.max(0, remaining))),
    reasons,
  }
}

/** A row for another kind of money; it takes what remains. */
export function otherRow(what: OtherKind, remaining: Fen): SplitRow {
  const target = { kind: 'other', what } as const
  return { target, name: '', category: null, due: null, amount: typedYuan(remaining), reasons: [] }
}

/** A row for a part of a proposal or of a decision that came back. */
export function rowOfPart(part: MatchPart, known: readonly DepositCandidate[]): SplitRow {
  const { target, amount, reasons } = part
  const candidate =
    target.kind === 'deposit' || target.kind === 'refund'
      ? known.find(({ obligationId }) => obligationId === target.obligationId)
      : undefined
  return {
    target,
    name: candidate?.providerName ?? '',
    category: candidate?.category ?? null,
    due: candidate?.due ?? null,
    amount: typedYuan(amount),
    reasons,
  }
}

/** The amount of a row in fen; null where what is typed is none, or nothing. */
export function rowAmount({ amount }: SplitRow): Fen | null {
  const fen = parseYuan(amount)
  return fen === null || fen <= 0 ? null : fen
}

/** What of a line no row has yet; negative where they have too much. Fen. */
export function remainingOf(rows: readonly SplitRow[], amount: Fen): Fen {
  return rows.reduce((rest, row) => rest - (rowAmount(row) ?? 0), amount)
}

/** The rows, one of them with all that the others leave. */
export function withRest(rows: readonly SplitRow[], at: number, amount: Fen): readonly SplitRow[] {
  const others = rows.filter((_, index) => index !== at)
  const rest = remainingOf(others, amount)
  return rows.map((row, index) => (index === at ? { ...row, amount: typedYuan(rest) } : row))
}

export type SplitTrouble = 'several' | 'badAmount' | 'twice' | 'incomplete'

/** The parts to match, or why the rows are none yet. */
export function partsOf(rows: readonly SplitRow[], amount: Fen): MatchPart[] | SplitTrouble {
  if (rows.length === 0) return 'several'
  const deposits = rows.filter(({ target }) => target.kind !== 'other').map(({ target }) => targetKey(target))
  if (new Set(deposits).size !== deposits.length) return 'twice'
  const parts = rows.flatMap((row) => {
    const fen = rowAmount(row)
    return fen === null ? [] : [{ target: row.target, amount: fen, reasons: row.reasons }]
  })
  if (parts.length !== rows.length) return 'badAmount'
  return remainingOf(rows, amount) === 0 ? parts : 'incomplete'
}
