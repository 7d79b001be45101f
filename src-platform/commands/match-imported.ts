import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import { depositBalance } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { matchImportedLine } from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import { obligationsById } from './bank-line-command.ts'
import type { PostedObligation } from './open-settled.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'

type Matches = CommandArguments<'bank.import-statement'>['matches']

interface MatchedImport {
  /** All lines that are added, in their order. */
  readonly lines: readonly BankLine[]
  readonly posted: readonly PostedObligation[]
}

/**
 * The new lines with the deposits they close by themselves. A deposit that owes less than its line brings has changed
 * since the statement was read: then the whole import comes back.
 */
export async function matchImported(
  { transaction, actor, at }: CommandSetting,
  added: readonly BankLine[],
  matches: Matches,
): Promise<MatchedImport | Refusal> {
  const ids = matches.flatMap(({ part: { target } }) =>
    target.kind === 'deposit' ? [target.obligationId] : [],
  )
  const before = await obligationsById(transaction, new Set(ids))
  const now = new Map(before)
  const lines = new Map(added.map((line) => [line.id, line]))
  for (const { lineId, part } of matches) {
    const line = lines.get(lineId)
    if (line === undefined) return refuse('lines-differ', lineId)
    if (part.target.kind !== 'deposit') return refuse('bad-arguments', `matches: ${part.target.kind}`)
    const { obligationId } = part.target
    const owed = now.get(obligationId)
    if (owed === undefined) return refuse('unknown-deposit', obligationId)
    if ((owed.amount ?? 0) - depositBalance(owed) < part.amount) return refuse('wrong-state', obligationId)
    const decided = matchImportedLine(line, part, now, actor, at)
    if (typeof decided === 'string') return refuse(decided, lineId)
    lines.set(lineId, decided.line)
    for (const after of decided.obligations) now.set(after.id, after)
  }
  const posted = [...before.values()].flatMap((was): PostedObligation[] => {
    const after = now.get(was.id)
    // One version further, however many lines went to it.
    return after === undefined ? [] : [{ before: was, after: { ...after, version: was.version + 1 } }]
  })
  return { lines: [...lines.values()], posted }
}
