import type { Language } from '#shared/base/bilingual.ts'
import { COMMISSION_INVOICE_LABELS } from '#shared/descriptions/commission-invoice.ts'
import { COMMISSION_REBATE_LABELS } from '#shared/descriptions/commission-rebate.ts'
import { SETTLEMENT_LABELS } from '#shared/descriptions/settlement.ts'
import { COMMISSION_INVOICE_HEADINGS, COMMISSION_REBATE_HEADINGS } from '#shared/words/headings.ts'
import { inLanguage } from '#shared/words/in-language.ts'
import {
  CLOSE_CHECK_WORDS,
  COMPARISON_WORDS,
  DIFFERENCE_WORDS,
  NOT_SETTLED_WORDS,
  REBATE_WORDS,
  SETTLEMENT_HEADINGS,
  SETTLEMENT_LINE_WORDS,
} from '#shared/words/settlement.ts'

/** What 结算 shares with files, records and the command line. */
export function settlementWords(language: Language) {
  return {
    columns: inLanguage(SETTLEMENT_HEADINGS, language),
    fields: inLanguage(SETTLEMENT_LABELS, language),
    kind: inLanguage(SETTLEMENT_LINE_WORDS, language),
    check: inLanguage(CLOSE_CHECK_WORDS, language),
    rebateWay: inLanguage(REBATE_WORDS, language),
    whyNot: inLanguage(NOT_SETTLED_WORDS, language),
    comparison: inLanguage(COMPARISON_WORDS, language),
    whyDifferent: inLanguage(DIFFERENCE_WORDS, language),
  }
}

/** What 佣金发票 shares with files and records. */
export function commissionInvoiceWords(language: Language) {
  return {
    columns: inLanguage(COMMISSION_INVOICE_HEADINGS, language),
    fields: inLanguage(COMMISSION_INVOICE_LABELS, language),
  }
}

/** What 佣金返还 shares with files and records. */
export function commissionRebateWords(language: Language) {
  return {
    columns: inLanguage(COMMISSION_REBATE_HEADINGS, language),
    fields: inLanguage(COMMISSION_REBATE_LABELS, language),
  }
}
