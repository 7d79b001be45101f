import type { Bilingual } from '../base/bilingual.ts'
import type { INVOICE_LISTS } from '../contracts/console-engine/invoices.ts'
import type {
  InvoiceSourceName,
  RedConfirmation,
  RedReason,
  VerifyResult,
} from '../contracts/console-platform/records/invoice.ts'

export const INVOICE_KIND_WORDS = {
  special: { zh: '专票', en: 'Special' },
  ordinary: { zh: '普票', en: 'Ordinary' },
} as const satisfies Readonly<Record<'special' | 'ordinary', Bilingual>>

/** Where what an invoice says was read. */
export const INVOICE_SOURCE_WORDS: Readonly<Record<InvoiceSourceName, Bilingual>> = {
  xml: { zh: 'XML', en: 'XML' },
  ofd: { zh: 'OFD', en: 'OFD' },
  table: { zh: '税务平台导出', en: 'Export of the tax bureau' },
  pdf: { zh: 'PDF', en: 'PDF' },
  'qr-code': { zh: '二维码', en: 'QR code' },
  typed: { zh: '手工录入', en: 'Typed' },
  paper: { zh: '纸质发票', en: 'Paper' },
}

/** What the tax site said 查验结果. */
export const VERIFY_RESULT_WORDS: Readonly<Record<VerifyResult, Bilingual>> = {
  consistent: { zh: '一致', en: 'Consistent' },
  inconsistent: { zh: '不一致', en: 'Inconsistent' },
  'not-found': { zh: '查无此票', en: 'Not found' },
  void: { zh: '已作废', en: 'Void' },
}

/** Why a red letter is asked for, in the bureau's order. */
export const RED_REASON_WORDS: Readonly<Record<RedReason, Bilingual>> = {
  error: { zh: '开票有误', en: 'Issued in error' },
  return: { zh: '销货退回', en: 'Goods returned' },
  'service-ended': { zh: '服务中止', en: 'Service ended' },
  allowance: { zh: '销售折让', en: 'Allowance' },
}

/** What became of a 确认单. */
export const RED_OUTCOME_WORDS: Readonly<Record<RedConfirmation['outcome'], Bilingual>> = {
  open: { zh: '待我方确认', en: 'Waits for us' },
  confirmed: { zh: '双方已确认', en: 'Confirmed by both' },
  refused: { zh: '我方已否认', en: 'Refused by us' },
}

/** Lists of invoices that finance works through. */
export const INVOICE_LIST_WORDS: Readonly<Record<(typeof INVOICE_LISTS)[number], Bilingual>> = {
  unpaid: { zh: '久未付款', en: 'Unpaid for long' },
  deductible: { zh: '专票抵扣', en: 'To be deducted' },
}
