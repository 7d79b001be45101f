import { z } from 'zod'
import { plainMonthSchema } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { approversFor } from '#shared/contracts/console-platform/payout-standing.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  madeRequest,
  type PayoutTrouble,
  payoutAllows,
  payoutSurroundings,
} from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { ASKED_LATER } from '#shared/rules/payouts/payout-check.ts'
import { asksInvoice, checksOf, mayNotGoOn } from '../commands/payout-command.ts'
import type { Refusal } from '../commands/ruling.ts'
import { makeNotice } from '../notices/make-notices.ts'
import { OCCASION_FACTS } from '../notices/occasion-facts.ts'
import { now, type Platform } from '../platform.ts'
import { type Vendor, VendorError, vendorEntry } from './vendor.ts'
import { writeForVendor } from './vendor-write.ts'

/** What a vendor asks to be paid 提现: committed months of its own. */
export const payoutFormSchema = z.strictObject({
  months: z.array(plainMonthSchema).min(1).max(120),
  /** Why it is to be paid although something speaks against it. */
  reason: z.string().trim().max(4000).default(''),
})

export const cancelFormSchema = z.strictObject({ reason: z.string().trim().min(4).max(4000) })

/**
 * Asks for committed months of the vendor that its key names, by the checks that finance asks under.
 * @throws VendorError 409 where one of them does not pass or a month is not to be paid, 422 where a reason is missing
 */
export async function requestPayout(
  platform: Platform,
  vendor: Vendor,
  { months, reason }: z.infer<typeof payoutFormSchema>,
): Promise<PayoutRequest> {
  const at = now(platform)
  const today = shanghaiDate(at)
  return platform.store.write(async (transaction) => {
    const id = platform.newId()
    const around = await answeredFrom(payoutSurroundings(vendor.providerId, id), transaction)
    const { provider } = around
    if (provider === null || provider.marketplace !== vendor.marketplace || provider.status === 'prospect') {
      throw new VendorError(403, 'You are no provider here.')
    }
    const asker = { at, by: `vendor:${vendor.providerId}`, byName: provider.name, via: 'vendor' as const }
    const step = { history: [vendorEntry('vendor.request-payout', provider.name, at)], updatedAt: at }
    const made = madeRequest(id, around, { months, reason }, asker, step, 1)
    if (typeof made === 'string') throw notPayable(made, months)
    const request = { ...made, approvers: approversFor(platform.policies, made.amount, today) }
    const setting = { platform, transaction, at }
    const refusal = mayNotGoOn(await checksOf(setting, request, around), ASKED_LATER, provider, reason)
    if (refusal !== null) throw refusedFor(refusal)
    const written = asksInvoice(setting, request)
    const act = { action: 'vendor.request-payout', at } as const
    await writeForVendor(transaction, vendor, act, 'payoutRequest', null, written)
    return written
  })
}

/**
 * Takes back what the vendor asked for itself, while nobody has approved it. What finance asked for on its behalf is
 * finance's to cancel. Of invoices that were received for it the vendor is told as by finance: they need red letters.
 * @throws VendorError 403, 404, 409
 */
export async function cancelPayout(
  platform: Platform,
  vendor: Vendor,
  id: string,
  { reason }: z.infer<typeof cancelFormSchema>,
): Promise<PayoutRequest> {
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const before = await transaction.get('payoutRequest', id)
    if (before === null || !isOf(vendor, before)) throw new VendorError(404, `There is no request ${id}.`)
    if (before.requested.via !== 'vendor') {
      throw new VendorError(403, `Request ${id} was made by the marketplace for you: ask it to cancel it.`)
    }
    if (!payoutAllows(before, 'payout.cancel')) {
      throw new VendorError(409, `Request ${id} is ${before.status}: it cannot be cancelled any more.`)
    }
    const by = { at, by: `vendor:${vendor.providerId}`, byName: before.providerName }
    const after: PayoutRequest = {
      ...before,
      version: before.version + 1,
      status: 'cancelled',
      ended: { ...by, reason },
      history: [...before.history, vendorEntry('vendor.cancel-payout', before.providerName, at)],
      updatedAt: at,
    }
    const act = { action: 'vendor.cancel-payout', at } as const
    await writeForVendor(transaction, vendor, act, 'payoutRequest', before, after)
    const written = { kind: 'payoutRequest' as const, before, after }
    const fact = OCCASION_FACTS['red-letter-needed'](written, { platform, at })
    if (fact !== null) {
      const told = { ...fact, occasion: 'red-letter-needed', cause: `red-letter-needed ${id}` } as const
      const set = await transaction.ofProvider('noticeTemplate', '', '')
      await makeNotice({ platform, transaction, at, commandId: null }, told, set)
    }
    return after
  })
}

/** The requests of the vendor that its key names, the newest first. */
export async function listPayouts(platform: Platform, vendor: Vendor): Promise<PayoutRequest[]> {
  const { marketplace, providerId } = vendor
  return (await platform.store.ofProvider('payoutRequest', marketplace, providerId)).toReversed()
}

function isOf({ marketplace, providerId }: Vendor, request: PayoutRequest): boolean {
  return request.marketplace === marketplace && request.providerId === providerId
}

function notPayable(trouble: PayoutTrouble, months: readonly string[]): VendorError {
  const asked = months.join(', ')
  return trouble === 'month-not-payable'
    ? new VendorError(
        409,
        `Of ${asked} a month is not committed, is asked for already, or all come to nothing.`,
      )
    : new VendorError(409, `${asked}: ${trouble}.`)
}

function refusedFor({ code, detail }: Refusal): VendorError {
  return code === 'reason-missing'
    ? new VendorError(422, `The check ${detail} asks for a reason: say why in "reason".`)
    : new VendorError(409, `The check ${detail} does not pass.`)
}
