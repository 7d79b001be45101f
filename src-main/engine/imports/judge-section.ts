import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { STATEMENT_LINES_LIMIT } from '#shared/contracts/console-platform/imported-lines.ts'
import { sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { ContinuityBreak } from '#shared/rules/reconciliation/continuity.ts'
import type { Comparison, FileFacts, SectionFacts } from './statement-questions.ts'

type ReadFile = Extract<FileFacts, { readonly kind: 'read' }>

/** All that decides whether a section may be imported. */
export interface SectionInQuestion {
  readonly file: Pick<ReadFile, 'undecodable' | 'skipped'>
  readonly section: Pick<SectionFacts, 'account' | 'currencies' | 'lines' | 'proof'>
  readonly comparison: Pick<Comparison, 'new' | 'overlapping'>
  readonly account: Pick<AccountRow, 'number' | 'currency'> | null
  readonly continuity: ContinuityBreak | null
  /** Whether the person has the role. */
  readonly mayImport: boolean
}

/** What a person has to take upon herself; the platform asks for the same. */
export function mustBeAccepted({
  file,
  section,
  comparison,
  account,
  continuity,
}: SectionInQuestion): Acceptable[] {
  const { account: named, proof } = section
  const asks: Readonly<Record<Acceptable, boolean>> = {
    'account-unnamed': named === null,
    'account-differs': named !== null && account !== null && !sameAccount(named, account.number),
    unproven: proof.verdict === 'unprovable',
    contradicted: proof.verdict === 'contradicted',
    'rows-left-out': file.skipped.matter > 0,
    undecodable: file.undecodable > 0,
    overlapping: comparison.overlapping > 0,
    'not-continuous': continuity !== null,
  }
  return (Object.keys(asks) as Acceptable[]).filter((each) => asks[each])
}

/** Why a section cannot be imported at all, the gravest first; null where it can. */
export function whyBarred(asked: SectionInQuestion): ImportSection['barred'] {
  const { section, comparison, account, mayImport } = asked
  if (!mayImport) return 'not-allowed'
  if (section.lines > STATEMENT_LINES_LIMIT) return 'too-many-lines'
  if (account === null) return 'no-account'
  if (section.currencies.some((currency) => currency !== account.currency)) return 'currency-differs'
  return comparison.new + comparison.overlapping === 0 ? 'nothing-new' : null
}
