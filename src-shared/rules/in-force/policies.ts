import type { HolidayYear } from '../../calendar/holiday-year.ts'
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { createWorkingCalendar, type WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { type AdoptedControl, adoptedControls, type Controls } from './company-controls.ts'

/** What decisions go by that is in no record of a provider: rules, working days, the company's own controls. */
export interface Policies {
  /** By marketplace and day; no two of a marketplace hold on one day. */
  readonly packs: readonly PolicyPack[]
  /** By year. */
  readonly tables: readonly HolidayYear[]
  readonly calendar: WorkingCalendar
  readonly controls: Controls
}

/** What comes with the program. */
export type ShippedPolicies = Pick<Policies, 'packs' | 'tables'>

/** A table of holidays that two people put into force. */
export interface AdoptedTable {
  readonly table: HolidayYear
  /** The first day it is counted by. */
  readonly from: PlainDate
}

/** What two people put into force, in the order of its adoption. */
export interface AdoptedPolicies {
  readonly controls: readonly AdoptedControl[]
  readonly packs: readonly PolicyPack[]
  readonly tables: readonly AdoptedTable[]
}

/** What is in force: what comes with the program, with what was adopted laid over; days are counted as of `today`. Pure. */
export function policiesOf(shipped: ShippedPolicies, adopted: AdoptedPolicies, today: PlainDate): Policies {
  const tables = tablesOn(shipped.tables, adopted.tables, today)
  return {
    packs: packsInOrder([...shipped.packs, ...adopted.packs]),
    tables,
    calendar: createWorkingCalendar(tables),
    controls: adoptedControls(adopted.controls),
  }
}

/**
 * Packs by marketplace and first day, each ending where the next of its marketplace begins; of one day the one that
 * comes last stands for the others.
 */
export function packsInOrder(packs: readonly PolicyPack[]): PolicyPack[] {
  const byDay = new Map(packs.map((pack) => [`${pack.marketplace} ${pack.effectiveFrom}`, pack]))
  const sorted = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pack]) => pack)
  return sorted.map((pack, at) => {
    const next = sorted[at + 1]
    if (next === undefined || next.marketplace !== pack.marketplace) return pack
    const last = addDays(next.effectiveFrom, -1)
    return pack.effectiveTo !== null && pack.effectiveTo <= last ? pack : { ...pack, effectiveTo: last }
  })
}

/** The tables that days are counted by on a day: of a year the one with the latest first day, of one day the last adopted. */
function tablesOn(
  shipped: readonly HolidayYear[],
  adopted: readonly AdoptedTable[],
  today: PlainDate,
): HolidayYear[] {
  const held = adopted
    .filter(({ from }) => from <= today)
    .map((each, order) => ({ ...each, order }))
    .sort((one, other) =>
      one.from === other.from ? one.order - other.order : one.from < other.from ? -1 : 1,
    )
    .map(({ table }) => table)
  const byYear = new Map([...shipped, ...held].map((table) => [table.year, table]))
  return [...byYear.values()].sort((one, other) => one.year - other.year)
}
