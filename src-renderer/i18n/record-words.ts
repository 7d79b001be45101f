import type { Language } from '#shared/base/bilingual.ts'
import { CONTACT_LABELS } from '#shared/descriptions/contact.ts'
import { SUPERVISION_LABELS } from '#shared/descriptions/supervision.ts'
import { VIOLATION_LABELS } from '#shared/descriptions/violation.ts'
import { ACCEPTED_WORDS } from '#shared/words/accepted.ts'
import { ACCOUNT_STATE_WORDS, SECOND_FACTOR_WORDS } from '#shared/words/accounts.ts'
import {
  CLUSTER_HEADINGS,
  SUBSCRIPTION_HEADINGS,
  SUPERVISION_HEADINGS,
} from '#shared/words/board-headings.ts'
import {
  ACCOUNT_ROLE_WORDS,
  BOOK_HEADINGS,
  BOOK_PROGRAM_WORDS,
  ENTRY_WORDS,
  EXCEPTION_WORDS,
  VOUCHER_SOURCE_WORDS,
} from '#shared/words/books.ts'
import {
  CONTACT_OUTCOME_WORDS,
  CONTACT_PARTY_WORDS,
  CONTACT_REASON_WORDS,
  CONTACT_STEP_WORDS,
} from '#shared/words/contacts.ts'
import { CONTACT_HEADINGS, VIOLATION_HEADINGS } from '#shared/words/headings.ts'
import { inLanguage } from '#shared/words/in-language.ts'
import { CALL_HEADINGS, MAIL_RECIPIENT_WORDS } from '#shared/words/interface-calls.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { BILL_HEADINGS, DIFFERENCE_CAUSE_WORDS, PRICE_MODE_WORDS } from '#shared/words/metered-bills.ts'
import {
  DELIVERY_WAY_WORDS,
  REVIEW_WORDS,
  SUPERVISION_PARTY_WORDS,
  SUPERVISION_RULING_WORDS,
} from '#shared/words/orders.ts'
import { ROLE_WORDS } from '#shared/words/roles.ts'
import { APPEAL_WORDS, RULING_WORDS } from '#shared/words/violations.ts'

/** What roles, kinds of record and accounts are called everywhere. */
export const WHO_WORDS = {
  role: ROLE_WORDS,
  recordKind: RECORD_KIND_WORDS,
  accountState: ACCOUNT_STATE_WORDS,
  secondFactor: SECOND_FACTOR_WORDS,
}

/** What 订阅看板 and 集群看板 share with files. */
export function boardWords(language: Language) {
  return {
    subscriptionColumns: inLanguage(SUBSCRIPTION_HEADINGS, language),
    clusterColumns: inLanguage(CLUSTER_HEADINGS, language),
  }
}

/** What 联系记录 shares with files and records. */
export function contactWords(language: Language) {
  return {
    columns: inLanguage(CONTACT_HEADINGS, language),
    fields: inLanguage(CONTACT_LABELS, language),
    reasons: inLanguage(CONTACT_REASON_WORDS, language),
    parties: inLanguage(CONTACT_PARTY_WORDS, language),
    outcomes: inLanguage(CONTACT_OUTCOME_WORDS, language),
    stepNames: inLanguage(CONTACT_STEP_WORDS, language),
  }
}

/** What 服务监管 shares with files and records. */
export function supervisionWords(language: Language) {
  return {
    columns: inLanguage(SUPERVISION_HEADINGS, language),
    parties: inLanguage(SUPERVISION_PARTY_WORDS, language),
    fields: inLanguage(SUPERVISION_LABELS, language),
    delivery: inLanguage(DELIVERY_WAY_WORDS, language),
    ruling: inLanguage(SUPERVISION_RULING_WORDS, language),
    reviewed: inLanguage(REVIEW_WORDS, language),
  }
}

/** What 账务凭证 shares with files and the command line. */
export function bookWords(language: Language) {
  return {
    columns: inLanguage(BOOK_HEADINGS, language),
    accounts: inLanguage(ACCOUNT_ROLE_WORDS, language),
    subjects: inLanguage(ENTRY_WORDS, language),
    programs: inLanguage(BOOK_PROGRAM_WORDS, language),
    sources: inLanguage(VOUCHER_SOURCE_WORDS, language),
    exceptions: inLanguage(EXCEPTION_WORDS, language),
    accepted: inLanguage(ACCEPTED_WORDS, language),
  }
}

/** What 接口健康 shares with files and records. */
export function interfaceCallWords(language: Language) {
  return {
    columns: inLanguage(CALL_HEADINGS, language),
    recipients: inLanguage(MAIL_RECIPIENT_WORDS, language),
  }
}

/** What 按需账单 shares with files and records. */
export function meteredBillWords(language: Language) {
  return {
    columns: inLanguage(BILL_HEADINGS, language),
    modes: inLanguage(PRICE_MODE_WORDS, language),
    causeNames: inLanguage(DIFFERENCE_CAUSE_WORDS, language),
  }
}

/** What 违规记录 shares with files and records. */
export function violationWords(language: Language) {
  return {
    columns: inLanguage(VIOLATION_HEADINGS, language),
    fields: inLanguage(VIOLATION_LABELS, language),
    ruling: inLanguage(RULING_WORDS, language),
    appealRuling: inLanguage(APPEAL_WORDS, language),
  }
}
