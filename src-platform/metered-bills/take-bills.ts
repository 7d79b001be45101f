import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Instant } from '#shared/base/ids.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  type BillSaid,
  billSaidSchema,
  type MeteredBill,
} from '#shared/contracts/console-platform/records/metered-bill.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { checkBill } from '#shared/rules/metering/check-bill.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { VendorError } from '../vendor-api/vendor.ts'

/** Most bills in one request, whatever a pack allows. */
const BILLS_AT_ONCE = 1000
/** A clock may be ahead by this. */
const AHEAD_MS = 5 * 60_000

export const billsSchema = z.strictObject({ bills: z.array(billSaidSchema).min(1).max(BILLS_AT_ONCE) })

/**
 * Why a bill is not taken: the rules of its day meter nothing, its provider is unknown, it lies ahead, its amount cannot be
 * held, or its number has another content already.
 */
type BillRefusal = 'not-metered' | 'unknown-provider' | 'time-ahead' | 'amount-too-large' | 'other-content'

interface BillsTaken {
  readonly taken: number
  /** Those that were there already, as they are. */
  readonly known: number
  readonly refused: readonly { readonly billId: string; readonly why: BillRefusal }[]
}

/**
 * Takes what a marketplace says of its bills of metered use, all in one transaction, each held against the rules of the
 * day its cycle began; each bill once, however often it is said. One that is refused keeps no other out.
 *
 * @throws VendorError where more come at once than the rules of today have.
 */
export async function takeBills(
  platform: Platform,
  marketplace: string,
  bills: readonly BillSaid[],
): Promise<BillsTaken> {
  const at = now(platform)
  const atOnce = packInForce(platform.policies.packs, marketplace, shanghaiDate(at))?.metering?.records.atOnce
  if (atOnce !== undefined && bills.length > atOnce) {
    throw new VendorError(400, `At most ${atOnce} bills at once: send them in parts.`)
  }
  return platform.store.write(async (transaction) => {
    const refused: { billId: string; why: BillRefusal }[] = []
    const taken: MeteredBill[] = []
    let known = 0
    for (const said of bills) {
      const before =
        taken.find(({ billId }) => billId === said.billId) ??
        (await transaction.named('meteredBill', marketplace, said.billId))
      const after = await taking(platform, transaction, marketplace, said, at)
      if (typeof after === 'string') refused.push({ billId: said.billId, why: after })
      else if (before === null) {
        await transaction.put('meteredBill', after)
        taken.push(after)
      } else if (isSame(before, said)) known += 1
      else refused.push({ billId: said.billId, why: 'other-content' })
    }
    for (const bill of taken) {
      const act = { at, actor: `marketplace:${marketplace}`, action: 'metered-bill.take' }
      await audit(transaction, {
        ...{ ...act, recordKind: 'meteredBill', recordId: bill.id },
        ...{ before: null, after: bill },
      })
    }
    return { taken: taken.length, known, refused }
  })
}

async function taking(
  platform: Platform,
  transaction: StoreTransaction,
  marketplace: string,
  said: BillSaid,
  at: Instant,
): Promise<MeteredBill | BillRefusal> {
  if (Date.parse(said.billedAt) > Date.parse(at) + AHEAD_MS) return 'time-ahead'
  const pack = packInForce(platform.policies.packs, marketplace, shanghaiDate(said.from))
  if (pack?.metering == null) return 'not-metered'
  const provider = await transaction.get('provider', said.providerId)
  if (provider?.marketplace !== marketplace) return 'unknown-provider'
  const check = checkBill(pack, pack.metering, said, said.amount)
  if (check === null) return 'amount-too-large'
  return {
    ...said,
    ...{ id: platform.newId(), version: 1, marketplace, providerName: provider.name, updatedAt: at },
    check: { ...check, causes: [...check.causes], steps: [...check.steps] },
  }
}

/** Whether a bill that is on record says the same. */
function isSame(before: MeteredBill, said: BillSaid): boolean {
  return Object.entries(said).every(([key, value]) => isDeepStrictEqual(before[key as keyof BillSaid], value))
}
