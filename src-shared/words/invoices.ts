import type { Bilingual } from '../base/bilingual.ts'
import type { INVOICE_LISTS } from '../contracts/console-engine/invoices.ts'
import type {
  InvoiceSourceName,
  RedReason,
  RedState,
  RedWaits,
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

/** How a 确认单 stands, by the bureau's numbers. */
export const RED_STATE_WORDS: Readonly<Record<RedState, Bilingual>> = {
  '01': { zh: '无需确认', en: 'Needs no confirmation' },
  '02': { zh: '销方录入，待我方确认', en: 'Entered by the seller, waits for us' },
  '03': { zh: '我方录入，待销方确认', en: 'Entered by us, waits for the seller' },
  '04': { zh: '双方已确认', en: 'Confirmed by both' },
  '05': { zh: '作废：我方否认', en: 'Void: refused by us' },
  '06': { zh: '作废：销方否认', en: 'Void: refused by the seller' },
  '07': { zh: '作废：72 小时内未确认', en: 'Void: not confirmed within 72 hours' },
  '08': { zh: '作废：已撤销', en: 'Void: withdrawn' },
  '09': { zh: '作废：确认后撤销', en: 'Void: withdrawn after it was confirmed' },
}

/** Who entered a 确认单, and so who has to confirm it. */
export const RED_WAITS_WORDS: Readonly<Record<RedWaits, Bilingual>> = {
  us: { zh: '销方录入，待我方确认', en: 'Entered by the seller: we confirm' },
  seller: { zh: '我方录入，待销方确认', en: 'Entered by us: the seller confirms' },
  nobody: { zh: '无需确认', en: 'Needs no confirmation' },
}

/** Lists of invoices that finance works through. */
export const INVOICE_LIST_WORDS: Readonly<Record<(typeof INVOICE_LISTS)[number], Bilingual>> = {
  unpaid: { zh: '久未付款', en: 'Unpaid for long' },
  deductible: { zh: '专票抵扣', en: 'To be deducted' },
}
