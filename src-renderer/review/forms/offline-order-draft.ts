import { z } from 'zod'
import { plainYuan } from '#renderer/format/quantity.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { attachmentsSchema } from '#shared/contracts/console-platform/records/attachment.ts'
import { orderKindSchema, orderSchema } from '#shared/contracts/console-platform/records/order.ts'

const short = z.string().max(200)
const typed = z.string().max(40)

/** As typed: amounts in yuan, shares in per cent, days of Beijing. */
const offlineOrderDraftSchema = z.strictObject({
  /** Of one that came back; empty in a new one. */
  marketplace: short,
  paidAt: typed,
  providerId: short.nullable(),
  number: short,
  productName: short,
  category: short,
  mode: short,
  kind: orderKindSchema,
  /** The number of the order that is taken back from. */
  original: short,
  channel: orderSchema.shape.channel,
  buyerId: short,
  buyerName: short,
  cash: typed,
  voucher: typed,
  tax: typed,
  agreed: typed,
  paidOn: typed,
  contract: short,
  evidence: z.string().max(4000),
  attachments: attachmentsSchema,
})
export type OfflineOrderDraft = Readonly<z.infer<typeof offlineOrderDraftSchema>>

export const offlineOrderDraft = {
  schema: offlineOrderDraftSchema,
  written: (given: CommandArguments<'order.record-offline'>): OfflineOrderDraft => ({
    ...{ marketplace: given.marketplace, paidAt: given.paidAt },
    ...{ providerId: given.providerId, number: given.number, productName: given.productName },
    ...{ category: given.category, mode: given.mode ?? '', kind: given.kind, original: '' },
    ...{ channel: given.channel, buyerId: given.buyerId, buyerName: given.buyerName ?? '' },
    cash: plainYuan(Math.abs(given.cash)),
    voucher: given.voucher === 0 ? '' : plainYuan(given.voucher),
    tax: String(given.taxBasisPoints / 100),
    agreed: given.agreedBasisPoints === null ? '' : String(given.agreedBasisPoints / 100),
    paidOn: shanghaiDate(given.paidAt),
    ...{ contract: given.contract, evidence: given.evidence, attachments: given.attachments },
  }),
}

export const EMPTY_OFFLINE_ORDER: OfflineOrderDraft = {
  ...{ providerId: null, number: '', productName: '', category: '', mode: '', kind: 'new', original: '' },
  ...{ channel: 'private', buyerId: '', buyerName: '', cash: '', voucher: '', tax: '6', agreed: '' },
  ...{ marketplace: '', paidAt: '', paidOn: '', contract: '', evidence: '', attachments: [] },
}
