import { loadPacks } from '#node/resources/load-packs.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { feesOn, type PackWithFees } from '#shared/rules/fees/fees-on.ts'

const all = await loadPacks(new URL('../../../../resources/policy-packs/', import.meta.url))

/** The packs of a marketplace, as they are shipped. */
export function packsOf(marketplace: string) {
  return all.filter((pack) => pack.marketplace === marketplace)
}

export function feesOf(marketplace: string): (on: PlainDate) => PackWithFees | null {
  return (on) => feesOn(packsOf(marketplace), on)
}
