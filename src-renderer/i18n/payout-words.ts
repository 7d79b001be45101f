import type { Language } from '#shared/base/bilingual.ts'
import { INVOICE_LABELS } from '#shared/descriptions/invoice.ts'
import { PAYOUT_LABELS } from '#shared/descriptions/payout.ts'
import { PAYOUT_BATCH_LABELS, SOURCE_WORDS } from '#shared/descriptions/payout-batch.ts'
import { STATUS_WORDS as BANK_ANSWER_WORDS } from '#shared/words/bank-answers.ts'
import {
  INVOICE_HEADINGS,
  PAYEE_ACCOUNT_HEADINGS,
  PAYOUT_BATCH_HEADINGS,
  PAYOUT_HEADINGS,
} from '#shared/words/headings.ts'
import { inLanguage } from '#shared/words/in-language.ts'
import {
  INVOICE_KIND_WORDS,
  INVOICE_LIST_WORDS,
  INVOICE_SOURCE_WORDS,
  RED_REASON_WORDS,
  RED_STATE_WORDS,
  RED_WAITS_WORDS,
  VERIFY_RESULT_WORDS,
} from '#shared/words/invoices.ts'
import { DOUBT_WORDS, PAYOUT_CHECK_WORDS, PAYOUT_RESULT_WORDS } from '#shared/words/payout-checks.ts'
import { HOLD_WORDS } from '#shared/words/payouts.ts'

/** What 提现 shares with files and records. */
export function payoutWords(language: Language) {
  return {
    columns: inLanguage(PAYOUT_HEADINGS, language),
    accountColumns: inLanguage(PAYEE_ACCOUNT_HEADINGS, language),
    fields: inLanguage(PAYOUT_LABELS, language),
    checkWords: inLanguage(PAYOUT_CHECK_WORDS, language),
    resultWords: inLanguage(PAYOUT_RESULT_WORDS, language),
    doubtWords: inLanguage(DOUBT_WORDS, language),
    holdWords: inLanguage(HOLD_WORDS, language),
  }
}

/** What 发票 shares with files and records. */
export function invoiceWords(language: Language) {
  return {
    columns: inLanguage(INVOICE_HEADINGS, language),
    fields: inLanguage(INVOICE_LABELS, language),
    kind: inLanguage(INVOICE_KIND_WORDS, language),
    lists: inLanguage(INVOICE_LIST_WORDS, language),
    source: inLanguage(INVOICE_SOURCE_WORDS, language),
    result: inLanguage(VERIFY_RESULT_WORDS, language),
    redReason: inLanguage(RED_REASON_WORDS, language),
    redState: inLanguage(RED_STATE_WORDS, language),
    redWaits: inLanguage(RED_WAITS_WORDS, language),
  }
}

/** The words that 付款批次 shares with them. */
export function payoutBatchWords(language: Language) {
  return {
    columns: inLanguage(PAYOUT_BATCH_HEADINGS, language),
    fields: inLanguage(PAYOUT_BATCH_LABELS, language),
    source: inLanguage(SOURCE_WORDS, language),
    answer: inLanguage(BANK_ANSWER_WORDS, language),
  }
}
