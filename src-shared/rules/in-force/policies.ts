import type { HolidayYear } from '../../calendar/holiday-year.ts'
import { createWorkingCalendar, type WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { type AdoptedControl, adoptedControls, type Controls } from './company-controls.ts'

/** What decisions go by that is in no record of a provider: rules, working days, the company's own controls. */
export interface Policies {
  /** By marketplace and day; no two of a marketplace hold on one day. */
  readonly packs: readonly PolicyPack[]
  readonly tables: readonly HolidayYear[]
  readonly calendar: WorkingCalendar
  readonly controls: Controls
}

/** What comes with the program. */
export type ShippedPolicies = Pick<Policies, 'packs' | 'tables'>

/** What two people put into force, in the order of its adoption. */
export interface AdoptedPolicies {
  readonly controls: readonly AdoptedControl[]
}

/** What is in force: what comes with the program, with what was adopted laid over. Pure. */
export function policiesOf({ packs, tables }: ShippedPolicies, adopted: AdoptedPolicies): Policies {
  return {
    packs,
    tables,
    calendar: createWorkingCalendar(tables),
    controls: adoptedControls(adopted.controls),
  }
}
