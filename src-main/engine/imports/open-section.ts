import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { findBreak } from '#shared/rules/reconciliation/continuity.ts'
import { listBankAccounts } from '../queries/bank/bank-accounts.ts'
import { closedStatements } from '../queries/bank/closed-statements.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { mustBeAccepted, type SectionInQuestion, whyBarred } from './judge-section.ts'
import type { Comparison, FileFacts, SectionFacts } from './statement-questions.ts'

/** The lines of one account in a file, on their way into an account of ours. */
export interface OpenSection {
  readonly index: number
  readonly facts: SectionFacts
  /** Of the statement that it becomes. */
  readonly id: string
  /** Chosen by hand; null where the file's own number decides. */
  chosen: string | null
  /** The account it was compared with. */
  comparedWith: string | null
  comparison: Comparison
  /** The state of the copy that was after. */
  stamp: string
  applied: boolean
}

type ReadFile = Extract<FileFacts, { readonly kind: 'read' }>

/** A section that was compared with nothing yet. */
export function openSection(index: number, facts: SectionFacts, id: string): OpenSection {
  const found = { new: facts.lines, known: 0, overlapping: 0 }
  const comparison = { ...found, automatic: 0, automaticAmount: 0, suggested: 0 }
  return { index, facts, id, chosen: null, comparedWith: null, comparison, stamp: '', applied: false }
}

/** The account a section goes to; null where nobody has said and its number is none of ours. */
export function accountOf(context: QueryContext, { chosen, facts }: OpenSection): AccountRow | null {
  const accounts = listBankAccounts(context)
  if (chosen !== null) return accounts.find(({ id }) => id === chosen) ?? null
  const { account } = facts
  return account === null ? null : (accounts.find(({ number }) => sameAccount(number, account)) ?? null)
}

/** A section with all that decides whether it can be imported. */
export function inQuestion(
  context: QueryContext,
  file: ReadFile,
  { facts: section, comparison }: OpenSection,
  account: AccountRow | null,
): SectionInQuestion {
  const mayImport = mayCommand(context.workspace.account.roles, 'bank.import-statement')
  const { period, proof } = section
  const continuity =
    account === null
      ? null
      : findBreak({ period, opening: proof.opening }, closedStatements(context, account.id))
  return { file, section, comparison, account, continuity, mayImport }
}

/** A section as the preview shows it. */
export function shownSection(
  context: QueryContext,
  file: ReadFile,
  section: OpenSection,
  fileName: string,
): ImportSection {
  const account = accountOf(context, section)
  const asked = inQuestion(context, file, section, account)
  const { proof, lines, in: received, out: paid } = section.facts
  return {
    index: section.index,
    head: headOf(file, section, fileName),
    proof,
    lines,
    in: received,
    out: paid,
    ...section.comparison,
    account,
    continuity: asked.continuity,
    toAccept: mustBeAccepted(asked),
    barred: whyBarred(asked),
  }
}

/** What the statement will say of itself. */
export function headOf(file: ReadFile, { id, facts }: OpenSection, fileName: string): StatementHead {
  const { fileHash, format, encoding, undecodable, skipped } = file
  const { account, currency, opening, closing, totals, period } = facts
  return {
    ...{ id, fileHash, fileName, format, encoding, undecodable, skipped },
    ...{ account, currency, opening, closing, totals, period },
  }
}
