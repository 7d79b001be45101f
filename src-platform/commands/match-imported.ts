import { assert } from '#shared/base/assert.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import { depositBalance } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  type ImportDecision,
  importedDeposits,
  importPostings,
  matchImportedLine,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import { isRecharged } from './bank-line-command.ts'
import type { PostedObligation } from './open-settled.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'

interface MatchedImport {
  /** The lines that the import matches, in their order. */
  readonly lines: readonly BankLine[]
  readonly posted: readonly PostedObligation[]
}

/**
 * The new lines that close deposits by themselves, with those. A deposit that owes less than its lines bring has changed
 * since the statement was read: then the whole import comes back.
 */
export async function matchImported(
  { transaction, actor, at }: CommandSetting,
  toMatch: readonly BankLine[],
  decision: ImportDecision,
): Promise<MatchedImport | Refusal> {
  const obligations = await answeredFrom(importedDeposits(decision), transaction)
  const owed = new Map(
    [...obligations].map(([id, each]) => [id, (each.amount ?? 0) - depositBalance(each)] as const),
  )
  const lines = new Map(toMatch.map((line) => [line.id, line]))
  for (const { lineId, part } of decision.arguments.matches) {
    const line = lines.get(lineId)
    if (line === undefined) return refuse('lines-differ', lineId)
    if (part.target.kind !== 'deposit') return refuse('bad-arguments', `matches: ${part.target.kind}`)
    const { obligationId } = part.target
    const left = owed.get(obligationId)
    if (left === undefined) return refuse('unknown-deposit', obligationId)
    if (left < part.amount) return refuse('wrong-state', obligationId)
    const decided = matchImportedLine(line, part, obligations, actor, at)
    if (typeof decided === 'string') return refuse(decided, lineId)
    if (await isRecharged(transaction, decided.line)) return refuse('recharge-known', lineId)
    lines.set(lineId, decided.line)
    owed.set(obligationId, left - part.amount)
  }
  const postings = importPostings(decision, obligations, actor, at)
  assert(postings !== null, 'every match names a deposit that was found')
  const posted = postings.flatMap((after): PostedObligation[] => {
    const before = obligations.get(after.id)
    return before === undefined ? [] : [{ before, after }]
  })
  return { lines: [...lines.values()], posted }
}
