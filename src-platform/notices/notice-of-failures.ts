import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Notice } from '#shared/contracts/console-platform/records/notice.ts'
import { makeNotice, type NoticeSetting } from './make-notices.ts'

/** Orders of a product that failed at the interface of its provider in a month, and how many the rule allows. */
interface InterfaceFailures {
  readonly marketplace: string
  readonly providerId: string
  readonly listingId: string
  readonly product: Bilingual
  /** `2026-11` */
  readonly month: string
  readonly failures: number
  readonly limit: number
}

/**
 * Tells a provider, within a transaction, that calls to its interface fail: once a month for each product, however often it
 * is called; null where that was done. Who counts the calls calls it when the count passes the limit.
 */
export async function noticeOfFailures(
  setting: NoticeSetting,
  { marketplace, providerId, listingId, product, month, failures, limit }: InterfaceFailures,
): Promise<Notice | null> {
  const same = (text: string): Bilingual => ({ zh: text, en: text })
  const set = await setting.transaction.ofProvider('noticeTemplate', '', '')
  const values = { product, month: same(month), failures: same(String(failures)), limit: same(String(limit)) }
  return makeNotice(
    setting,
    {
      ...{ occasion: 'interface-failures', cause: `interface-failures ${listingId} ${month}` },
      ...{ about: { kind: 'listing', id: listingId }, marketplace, providerId, values },
    },
    set,
  )
}
