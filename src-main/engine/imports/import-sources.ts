import type { Marketplace } from '#shared/base/ids.ts'
import type { AccountRow, DepositCandidate } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchSettings, OpenDeposit } from '#shared/rules/bank-matching/match-types.ts'
import type { Desk } from '../queries/desk.ts'
import type { AutomaticMatch } from './statement-questions.ts'

/** What an import asks of this copy. */
export interface ImportSources {
  /** Our own accounts, pending decisions laid over. */
  accounts(desk: Desk): readonly AccountRow[]
  openDeposits(desk: Desk, marketplace: Marketplace): readonly OpenDeposit[]
  settings(desk: Desk, marketplace: Marketplace): MatchSettings
  /** A deposit that a line closes by itself, as a page shows it; null where it is not here any more. */
  candidate(desk: Desk, match: AutomaticMatch): DepositCandidate | null
}
