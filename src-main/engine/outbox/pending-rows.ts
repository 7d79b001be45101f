import { lineNames, unpackLines } from '#node/packed-lines/packed-lines.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { type WireRow, wireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  type ImportDecision,
  importedBankLines,
  importedSection,
  matchImportedLine,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import type { Actor } from '#shared/contracts/console-platform/transitions/decision.ts'

/** Rows that are handed over, and written, between two questions of a page. */
export const ROWS_AT_ONCE = 1000

/** An import that waits, with what its lines are made from. */
export interface PendingStatement {
  readonly account: Pick<BankAccount, 'id' | 'marketplace'>
  readonly said: ImportDecision['arguments']
  /** The deposits that its lines close by themselves. */
  readonly obligations: readonly DepositObligation[]
  readonly actor: Actor
  readonly at: string
}

/** The new lines of an import as rows of the cache, as the platform will send them; none where they are torn. */
export async function pendingRows({
  account,
  said,
  obligations,
  actor,
  at,
}: PendingStatement): Promise<WireRow[]> {
  const lines = await unpackLines(said.packedLines)
  if (lines === null) return []
  const owed = new Map(obligations.map((each) => [each.id, each]))
  const parts = new Map(said.matches.map(({ lineId, part }) => [lineId, part]))
  const matched = (line: BankLine): BankLine => {
    const part = parts.get(line.id)
    const decided = part && matchImportedLine(line, part, owed, actor, at)
    return decided === undefined || typeof decided === 'string' ? line : decided.line
  }
  const { directions } = proveSection(importedSection(said.statement, lines))
  const named = { lines, names: lineNames(lines), directions }
  return importedBankLines(account, said, named, at).map((line) => wireRow('bankLine', matched(line)))
}
