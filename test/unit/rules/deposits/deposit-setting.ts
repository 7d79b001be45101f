import { loadHolidays } from '#node/resources/load-holidays.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { DepositFacts } from '#shared/rules/deposits/deposit-facts.ts'

const RESOURCES = new URL('../../../../resources/', import.meta.url)
const packs = await loadPacks(new URL('policy-packs/', RESOURCES))

export const calendar = createWorkingCalendar(await loadHolidays(new URL('holidays/', RESOURCES)))

export function packOf(marketplace: string): PolicyPack {
  const pack = packs.find((each) => each.marketplace === marketplace)
  if (pack === undefined) throw new Error(`no pack of ${marketplace}`)
  return pack
}

/** An enterprise of 50 that joined in 2023 and sells. */
export const FACTS: DepositFacts = {
  categories: [],
  joinedOn: '2023-10-20',
  firstListedOn: '2023-10-20',
  staff: 50,
  freeOrOpenSource: false,
  openSource: false,
  paidProductOn: null,
}
