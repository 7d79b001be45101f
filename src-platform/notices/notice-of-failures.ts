import { createHash } from 'node:crypto'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Notice } from '#shared/contracts/console-platform/records/notice.ts'
import { makeNotice, type NoticeSetting } from './make-notices.ts'

/** Orders of a product that failed at the interface of its provider in a month, and how many the rule allows. */
export interface InterfaceFailures {
  readonly marketplace: string
  readonly providerId: string
  /** Null where the marketplace names no listing of ours. */
  readonly listingId: string | null
  readonly productName: string
  /** `2026-11` */
  readonly month: string
  readonly failures: number
  readonly limit: number
}

/** The name of the one notice about a product's failed orders of a month. */
export function causeOfFailures({ providerId, productName, month }: InterfaceFailures): string {
  const product = createHash('sha256').update(productName).digest('hex').slice(0, 32)
  return `interface-failures ${providerId} ${product} ${month}`
}

/**
 * Tells a provider, within a transaction, that more of its orders fail at its interface than the rule allows: once a month for
 * each product, however many more there are; null where that was done.
 */
export async function noticeOfFailures(
  setting: NoticeSetting,
  failing: InterfaceFailures,
): Promise<Notice | null> {
  const { marketplace, providerId, listingId, productName, month, failures, limit } = failing
  const same = (text: string): Bilingual => ({ zh: text, en: text })
  const set = await setting.transaction.ofProvider('noticeTemplate', '', '')
  const values = {
    ...{ product: same(productName), month: same(month) },
    ...{ failures: same(String(failures)), limit: same(String(limit)) },
  }
  const about =
    listingId === null
      ? ({ kind: 'provider', id: providerId } as const)
      : ({ kind: 'listing', id: listingId } as const)
  const cause = causeOfFailures(failing)
  const told = { occasion: 'interface-failures', cause, about, marketplace, providerId, values } as const
  return makeNotice(setting, told, set)
}
