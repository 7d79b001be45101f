import type { z } from 'zod'
import type { OfflineOrderDraft } from '#renderer/review/forms/offline-order-draft.ts'
import { shanghaiDate, startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { offlineOrderTermsSchema } from '#shared/contracts/console-engine/offline-orders.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { isOfflineOrderCoherent } from '#shared/contracts/console-platform/records/offline-order.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { parseYuan } from '#shared/money/yuan.ts'

type Terms = z.infer<typeof offlineOrderTermsSchema>

/** What a draft says of its order; null while something is missing or does not fit. */
export function saidOfDraft(
  draft: OfflineOrderDraft,
  terms: Terms | null,
  original: Order | null,
): CommandArguments<'order.record-offline'> | null {
  if (terms === null || !/^\d{4}-\d{2}-\d{2}$/.test(draft.paidOn) || draft.paidOn > terms.today) return null
  const isRefund = draft.kind === 'refund'
  const amount = parseYuan(draft.cash)
  const voucher = draft.voucher === '' ? 0 : parseYuan(draft.voucher)
  if (amount === null || amount < 0 || voucher === null) return null
  // The instant stays where its day was not changed.
  const isSameDay = draft.paidAt !== '' && shanghaiDate(draft.paidAt) === draft.paidOn
  const paidAt = isSameDay ? draft.paidAt : startOfShanghaiDay(draft.paidOn)
  const said = COMMAND_ARGUMENTS['order.record-offline'].safeParse({
    marketplace: terms.marketplace,
    ...{ number: draft.number.trim(), providerId: draft.providerId, productName: draft.productName.trim() },
    ...{ category: draft.category, mode: draft.mode === '' ? null : draft.mode, kind: draft.kind },
    refundOf: isRefund ? (original?.id ?? null) : null,
    ...{ channel: draft.channel, buyerId: draft.buyerId.trim(), buyerName: draft.buyerName.trim() || null },
    listPrice: isRefund ? 0 : amount + voucher,
    cash: isRefund ? -amount : amount,
    voucher: isRefund ? 0 : voucher,
    taxBasisPoints: basisPoints(draft.tax),
    agreedBasisPoints: draft.agreed === '' ? null : basisPoints(draft.agreed),
    ...{ paidAt, startsAt: paidAt, completedAt: paidAt, repaidAt: paidAt },
    ...{ contract: draft.contract, evidence: draft.evidence, attachments: draft.attachments },
  })
  return said.success && isOfflineOrderCoherent(said.data) ? said.data : null
}

/** `8.25` per cent in hundredths of a per cent; NaN, which no schema takes, where it is none. */
function basisPoints(percent: string): number {
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(percent.trim()) ? Math.round(Number(percent) * 100) : Number.NaN
}
