import { OFFLINE_ORDER_LABELS } from '#shared/descriptions/offline-order.ts'
import { ORDER_LABELS } from '#shared/descriptions/order.ts'
import { RECHARGE_LABELS } from '#shared/descriptions/recharge.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { COMMAND_WORDS } from '#shared/words/commands.ts'
import {
  APPLICATION_HEADINGS,
  DEPOSIT_HEADINGS,
  LINE_HEADINGS,
  LISTING_HEADINGS,
  ORDER_HEADINGS,
  PROVIDER_HEADINGS,
  RECHARGE_HEADINGS,
} from '#shared/words/headings.ts'
import { inLanguage } from '#shared/words/in-language.ts'
import {
  DELIVERY_WORDS,
  DIRECTION_WORDS,
  LINE_KIND_WORDS,
  PURPOSE_WORDS,
  SUBMISSION_WORDS,
  VENDOR_KIND_WORDS,
} from '#shared/words/kinds.ts'
import { NEW_AMOUNT_WORDS } from '#shared/words/new-amounts.ts'
import { ORDER_KIND_WORDS, SUPERVISION_WORDS } from '#shared/words/orders.ts'
import { OUTCOME_WORDS, REJECTION_WORDS } from '#shared/words/outcomes.ts'
import { PROVIDER_WORDS } from '#shared/words/providers.ts'
import { QUEUE_FILTER_WORDS } from '#shared/words/queue-filter.ts'
import { RECHARGE_RULING_WORDS } from '#shared/words/recharges.ts'
import { RECONCILIATION_WORDS } from '#shared/words/reconciliation.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { applications as enApplications } from './en/applications.ts'
import { audit as enAudit } from './en/audit.ts'
import { bankImport as enBankImport } from './en/bank-import.ts'
import { bankLines as enBankLines } from './en/bank-lines.ts'
import { bankMatching as enBankMatching } from './en/bank-matching.ts'
import { bankReports as enBankReports } from './en/bank-reports.ts'
import { bankTemplates as enBankTemplates } from './en/bank-templates.ts'
import { boards as enBoards } from './en/boards.ts'
import { books as enBooks } from './en/books.ts'
import { commands as enCommands } from './en/commands.ts'
import { commissionInvoices as enCommissionInvoices } from './en/commission-invoices.ts'
import { commissionRebates as enCommissionRebates } from './en/commission-rebates.ts'
import { contacts as enContacts } from './en/contacts.ts'
import { deposits as enDeposits } from './en/deposits.ts'
import { format as enFormat } from './en/format.ts'
import { interfaceCalls as enInterfaceCalls } from './en/interface-calls.ts'
import { invoices as enInvoices } from './en/invoices.ts'
import { listings as enListings } from './en/listings.ts'
import { lookUp as enLookUp } from './en/look-up.ts'
import { meteredBills as enMeteredBills } from './en/metered-bills.ts'
import { notices as enNotices } from './en/notices.ts'
import { offlineOrders as enOfflineOrders } from './en/offline-orders.ts'
import { orderImport as enOrderImport } from './en/order-import.ts'
import { orders as enOrders } from './en/orders.ts'
import { outcomes as enOutcomes } from './en/outcomes.ts'
import { payoutBatches as enPayoutBatches } from './en/payout-batches.ts'
import { payouts as enPayouts } from './en/payouts.ts'
import { providers as enProviders } from './en/providers.ts'
import { recharges as enRecharges } from './en/recharges.ts'
import { review as enReview } from './en/review.ts'
import { roles as enRoles } from './en/roles.ts'
import { rules as enRules } from './en/rules.ts'
import { settings as enSettings } from './en/settings.ts'
import { settlement as enSettlement } from './en/settlement.ts'
import { shell as enShell } from './en/shell.ts'
import { supervision as enSupervision } from './en/supervision.ts'
import { sync as enSync } from './en/sync.ts'
import { table as enTable } from './en/table.ts'
import { today as enToday } from './en/today.ts'
import { violations as enViolations } from './en/violations.ts'
import { noticeWords } from './notice-words.ts'
import { invoiceWords, payoutBatchWords, payoutWords } from './payout-words.ts'
import {
  boardWords,
  bookWords,
  contactWords,
  interfaceCallWords,
  meteredBillWords,
  supervisionWords,
  violationWords,
  WHO_WORDS,
} from './record-words.ts'
import { commissionInvoiceWords, commissionRebateWords, settlementWords } from './settlement-words.ts'
import type { Language, Words } from './words.ts'
import { applications } from './zh/applications.ts'
import { audit } from './zh/audit.ts'
import { bankImport } from './zh/bank-import.ts'
import { bankLines } from './zh/bank-lines.ts'
import { bankMatching } from './zh/bank-matching.ts'
import { bankReports } from './zh/bank-reports.ts'
import { bankTemplates } from './zh/bank-templates.ts'
import { boards } from './zh/boards.ts'
import { books } from './zh/books.ts'
import { commands } from './zh/commands.ts'
import { commissionInvoices } from './zh/commission-invoices.ts'
import { commissionRebates } from './zh/commission-rebates.ts'
import { contacts } from './zh/contacts.ts'
import { deposits } from './zh/deposits.ts'
import { format } from './zh/format.ts'
import { interfaceCalls } from './zh/interface-calls.ts'
import { invoices } from './zh/invoices.ts'
import { listings } from './zh/listings.ts'
import { lookUp } from './zh/look-up.ts'
import { meteredBills } from './zh/metered-bills.ts'
import { notices } from './zh/notices.ts'
import { offlineOrders } from './zh/offline-orders.ts'
import { orderImport } from './zh/order-import.ts'
import { orders } from './zh/orders.ts'
import { outcomes } from './zh/outcomes.ts'
import { payoutBatches } from './zh/payout-batches.ts'
import { payouts } from './zh/payouts.ts'
import { providers } from './zh/providers.ts'
import { recharges } from './zh/recharges.ts'
import { review } from './zh/review.ts'
import { roles } from './zh/roles.ts'
import { rules } from './zh/rules.ts'
import { settings } from './zh/settings.ts'
import { settlement } from './zh/settlement.ts'
import { shell } from './zh/shell.ts'
import { supervision } from './zh/supervision.ts'
import { sync } from './zh/sync.ts'
import { table } from './zh/table.ts'
import { today } from './zh/today.ts'
import { violations } from './zh/violations.ts'

const zh = {
  applications,
  audit,
  bankImport,
  bankTemplates,
  bankLines,
  bankMatching,
  bankReports,
  commands,
  boards,
  books,
  commissionInvoices,
  commissionRebates,
  contacts,
  deposits,
  format,
  interfaceCalls,
  meteredBills,
  invoices,
  notices,
  listings,
  lookUp,
  offlineOrders,
  orderImport,
  orders,
  outcomes,
  providers,
  payouts,
  payoutBatches,
  recharges,
  review,
  roles,
  rules,
  settings,
  settlement,
  shell,
  sync,
  table,
  today,
  supervision,
  violations,
}
type PageTexts = Words<typeof zh>

const en: PageTexts = {
  applications: enApplications,
  audit: enAudit,
  bankLines: enBankLines,
  bankMatching: enBankMatching,
  bankReports: enBankReports,
  bankImport: enBankImport,
  bankTemplates: enBankTemplates,
  commands: enCommands,
  boards: enBoards,
  books: enBooks,
  commissionInvoices: enCommissionInvoices,
  commissionRebates: enCommissionRebates,
  contacts: enContacts,
  notices: enNotices,
  deposits: enDeposits,
  format: enFormat,
  interfaceCalls: enInterfaceCalls,
  meteredBills: enMeteredBills,
  invoices: enInvoices,
  listings: enListings,
  lookUp: enLookUp,
  offlineOrders: enOfflineOrders,
  orderImport: enOrderImport,
  orders: enOrders,
  outcomes: enOutcomes,
  providers: enProviders,
  payouts: enPayouts,
  payoutBatches: enPayoutBatches,
  recharges: enRecharges,
  review: enReview,
  roles: enRoles,
  rules: enRules,
  settings: enSettings,
  settlement: enSettlement,
  shell: enShell,
  sync: enSync,
  table: enTable,
  today: enToday,
  supervision: enSupervision,
  violations: enViolations,
}

/** The texts of the page with the words it shares with exports and the command line. */
function withSharedWords(page: PageTexts, language: Language) {
  const {
    bankLines: lines,
    bankReports: reports,
    commands: orders,
    deposits: register,
    listings: versions,
    outcomes: ends,
  } = page
  const { warn, overdue, nobody } = QUEUE_FILTER_WORDS
  return {
    ...page,
    statuses: inLanguage(STATUS_WORDS, language),
    roles: { ...page.roles, ...inLanguage(WHO_WORDS, language) },
    commands: { ...orders, ...inLanguage(COMMAND_WORDS, language) },
    outcomes: { ...ends, ...inLanguage({ outcome: OUTCOME_WORDS, rejection: REJECTION_WORDS }, language) },
    applications: {
      ...page.applications,
      columns: inLanguage(APPLICATION_HEADINGS, language),
      kind: inLanguage(VENDOR_KIND_WORDS, language),
      purpose: inLanguage(PURPOSE_WORDS, language),
      filter: { ...page.applications.filter, ...inLanguage({ warn, overdue }, language) },
    },
    listings: {
      ...versions,
      ...inLanguage(SUBMISSION_WORDS, language),
      columns: inLanguage(LISTING_HEADINGS, language),
      delivery: inLanguage(DELIVERY_WORDS, language),
    },
    offlineOrders: { ...page.offlineOrders, fields: inLanguage(OFFLINE_ORDER_LABELS, language) },
    orders: {
      ...page.orders,
      columns: inLanguage(ORDER_HEADINGS, language),
      fields: inLanguage(ORDER_LABELS, language),
      kind: inLanguage(ORDER_KIND_WORDS, language),
      channel: inLanguage(CHANNEL_WORDS, language),
      supervision: inLanguage(SUPERVISION_WORDS, language),
    },
    settlement: { ...page.settlement, ...settlementWords(language) },
    payouts: { ...page.payouts, ...payoutWords(language) },
    payoutBatches: { ...page.payoutBatches, ...payoutBatchWords(language) },
    recharges: {
      ...page.recharges,
      columns: inLanguage(RECHARGE_HEADINGS, language),
      fields: inLanguage(RECHARGE_LABELS, language),
      ruling: inLanguage(RECHARGE_RULING_WORDS, language),
    },
    books: { ...page.books, ...bookWords(language) },
    invoices: { ...page.invoices, ...invoiceWords(language) },
    commissionInvoices: { ...page.commissionInvoices, ...commissionInvoiceWords(language) },
    commissionRebates: { ...page.commissionRebates, ...commissionRebateWords(language) },
    supervision: { ...page.supervision, ...supervisionWords(language) },
    violations: { ...page.violations, ...violationWords(language) },
    boards: { ...page.boards, ...boardWords(language) },
    contacts: { ...page.contacts, ...contactWords(language) },
    interfaceCalls: { ...page.interfaceCalls, ...interfaceCallWords(language) },
    meteredBills: { ...page.meteredBills, ...meteredBillWords(language) },
    notices: { ...page.notices, ...noticeWords(language) },
    providers: {
      ...page.providers,
      ...inLanguage({ ...PROVIDER_WORDS, columns: PROVIDER_HEADINGS, kind: VENDOR_KIND_WORDS }, language),
    },
    review: { ...page.review, nobody: nobody[language] },
    deposits: {
      ...register,
      columns: inLanguage(DEPOSIT_HEADINGS, language),
      newAmountStates: inLanguage(NEW_AMOUNT_WORDS, language),
      notConfigured: STATUS_WORDS.depositObligation['not-configured'][language],
    },
    bankLines: {
      ...lines,
      direction: inLanguage(DIRECTION_WORDS, language),
      kind: inLanguage(LINE_KIND_WORDS, language),
      columns: inLanguage(LINE_HEADINGS, language),
    },
    bankReports: { ...reports, ...inLanguage(RECONCILIATION_WORDS, language) },
  }
}
export type Texts = ReturnType<typeof withSharedWords>

/** Every area in every language. Each area is a file of its own; the Chinese one is the original. */
export const TEXTS: Readonly<Record<Language, Texts>> = {
  zh: withSharedWords(zh, 'zh'),
  en: withSharedWords(en, 'en'),
}
