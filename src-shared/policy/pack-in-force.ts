import type { Marketplace } from '../base/ids.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { PolicyPack } from './policy-pack.ts'

/** The pack of a marketplace that holds on a day (both ends inclusive), or null where none covers it. */
export function packInForce(
  packs: readonly PolicyPack[],
  marketplace: Marketplace,
  date: PlainDate,
): PolicyPack | null {
  const holds = (pack: PolicyPack) =>
    pack.marketplace === marketplace &&
    pack.effectiveFrom <= date &&
    (pack.effectiveTo === null || date <= pack.effectiveTo)
  return packs.find(holds) ?? null
}
