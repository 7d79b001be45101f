import { z } from 'zod'

/** 发票类型 of the tax bureau's list. */
export const INVOICE_KINDS = ['增值税专用发票', '普通发票'] as const

/** What stands in each row of the list for bulk issuing, beside what the invoices say. */
export const issueListSchema = z.strictObject({
  kind: z.enum(INVOICE_KINDS),
  /** 项目名称. */
  item: z.string().trim().min(1).max(90),
  /** 商品和服务税收编码: 19 digits. */
  taxCode: z.string().regex(/^\d{19}$/, 'a tax code has 19 digits'),
})
export type IssueListSettings = Readonly<z.infer<typeof issueListSchema>>

/** Where nobody changed it: 信息系统服务, to be checked by the company against its own registration. */
export const READY_ISSUE_LIST: IssueListSettings = {
  kind: '增值税专用发票',
  item: '平台服务费',
  taxCode: '3040203000000000000',
}

/** What an invoice says of itself in its remark, so that its number finds back: month and the record's id. */
export function invoiceRemark({ month, id }: { readonly month: string; readonly id: string }): string {
  return `佣金 ${month} ${id}`
}
