import type {
  OrderFileHead,
  OrderImport,
  OrderSums,
} from '../contracts/console-platform/records/order-import.ts'
import { type Description, field, UNSAID } from '../values/description.ts'
import { amountOf, countOf, hashText, instantOf, marketplace, PERIOD, skippedRows, textOf } from './common.ts'

/** How a file of orders is said that is imported. */
export const ORDER_FILE: Description<OrderFileHead> = {
  marketplace,
  fileName: textOf({ zh: '文件', en: 'File' }),
  fileHash: field({ zh: '文件摘要', en: 'File hash' }, hashText),
  encoding: textOf({ zh: '编码', en: 'Encoding' }),
  undecodable: countOf({ zh: '无法还原的字符', en: 'Undecodable characters' }),
  orders: countOf({ zh: '文件中的订单', en: 'Orders in the file' }),
  known: countOf({ zh: '已有', en: 'Known' }),
  left: countOf({ zh: '未采用', en: 'Left as they are' }),
  skipped: skippedRows({ zh: '可能是订单', en: 'May be orders' }),
}

/** What orders come to. */
export const ORDER_SUMS: Description<OrderSums> = {
  paid: amountOf({ zh: '支付现金', en: 'Paid in cash' }),
  refunded: amountOf({ zh: '退回现金', en: 'Paid back' }),
  vouchers: amountOf({ zh: '代金券', en: 'Paid by voucher' }),
  period: PERIOD,
}

/** What an import brings and changes. */
export const ORDER_COUNTS = {
  added: countOf({ zh: '新订单', en: 'New orders' }),
  changed: countOf({ zh: '更新的订单', en: 'Orders changed' }),
}

/** How an import of orders is said. */
export const ORDER_IMPORT: Description<OrderImport> = {
  id: UNSAID,
  version: UNSAID,
  ...ORDER_FILE,
  ...ORDER_COUNTS,
  ...ORDER_SUMS,
  importedAt: instantOf({ zh: '导入时间', en: 'Imported' }),
  by: UNSAID,
  byName: textOf({ zh: '导入人', en: 'Imported by' }),
}
