import { applications as enApplications } from './en/applications.ts'
import { bankImport as enBankImport } from './en/bank-import.ts'
import { bankLines as enBankLines } from './en/bank-lines.ts'
import { bankMatching as enBankMatching } from './en/bank-matching.ts'
import { bankReports as enBankReports } from './en/bank-reports.ts'
import { bankTemplates as enBankTemplates } from './en/bank-templates.ts'
import { commands as enCommands } from './en/commands.ts'
import { deposits as enDeposits } from './en/deposits.ts'
import { format as enFormat } from './en/format.ts'
import { listings as enListings } from './en/listings.ts'
import { outcomes as enOutcomes } from './en/outcomes.ts'
import { providers as enProviders } from './en/providers.ts'
import { review as enReview } from './en/review.ts'
import { roles as enRoles } from './en/roles.ts'
import { settings as enSettings } from './en/settings.ts'
import { shell as enShell } from './en/shell.ts'
import { statuses as enStatuses } from './en/statuses.ts'
import { sync as enSync } from './en/sync.ts'
import { table as enTable } from './en/table.ts'
import { today as enToday } from './en/today.ts'
import type { Language, Words } from './words.ts'
import { applications } from './zh/applications.ts'
import { bankImport } from './zh/bank-import.ts'
import { bankLines } from './zh/bank-lines.ts'
import { bankMatching } from './zh/bank-matching.ts'
import { bankReports } from './zh/bank-reports.ts'
import { bankTemplates } from './zh/bank-templates.ts'
import { commands } from './zh/commands.ts'
import { deposits } from './zh/deposits.ts'
import { format } from './zh/format.ts'
import { listings } from './zh/listings.ts'
import { outcomes } from './zh/outcomes.ts'
import { providers } from './zh/providers.ts'
import { review } from './zh/review.ts'
import { roles } from './zh/roles.ts'
import { settings } from './zh/settings.ts'
import { shell } from './zh/shell.ts'
import { statuses } from './zh/statuses.ts'
import { sync } from './zh/sync.ts'
import { table } from './zh/table.ts'
import { today } from './zh/today.ts'

const zh = {
  applications,
  bankImport,
  bankTemplates,
  bankLines,
  bankMatching,
  bankReports,
  commands,
  deposits,
  format,
  listings,
  outcomes,
  providers,
  review,
  roles,
  settings,
  shell,
  statuses,
  sync,
  table,
  today,
}
export type Texts = Words<typeof zh>

const en: Texts = {
  applications: enApplications,
  bankLines: enBankLines,
  bankMatching: enBankMatching,
  bankReports: enBankReports,
  bankImport: enBankImport,
  bankTemplates: enBankTemplates,
  commands: enCommands,
  deposits: enDeposits,
  format: enFormat,
  listings: enListings,
  outcomes: enOutcomes,
  providers: enProviders,
  review: enReview,
  roles: enRoles,
  settings: enSettings,
  shell: enShell,
  statuses: enStatuses,
  sync: enSync,
  table: enTable,
  today: enToday,
}

/** Every area in every language. Each area is a file of its own; the Chinese one is the original. */
export const TEXTS: Readonly<Record<Language, Texts>> = { zh, en }
