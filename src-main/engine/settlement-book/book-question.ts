import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Instant } from '#shared/base/ids.ts'
import type { SettlementFilter } from '#shared/contracts/console-engine/settlement.ts'
import type { AuditHead } from '#shared/contracts/console-platform/contract.ts'
import type { StatementStatus } from '#shared/contracts/console-platform/records/settlement-statement.ts'

/** What a settlement workbook is asked to hold, and what its rows and control sheet say beside the records. */
export interface BookQuestion {
  readonly filter: SettlementFilter
  readonly language: keyof Bilingual
  readonly at: Instant
  readonly byName: string
  /** The newest entry of the platform's audit log as it was begun; null where it was not had. */
  readonly auditHead: AuditHead | null
  /** Names of marketplaces and of their categories, by key. */
  readonly names: Readonly<
    Record<string, { readonly name: string; readonly categories: Readonly<Record<string, string>> }>
  >
}

/** Statements of an empty filter: what was voided is left out unless it is asked for. */
export const STANDARD_STATUSES: readonly StatementStatus[] = ['draft', 'committed']
