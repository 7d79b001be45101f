import type { Instant, Marketplace } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { addWorkingDays, isProvisional, workingDaysBetween } from '#shared/calendar/working-calendar.ts'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'
import type { Sla } from '#shared/policy/admission-section.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'

/** Which service level of a pack a queue runs by. */
export type SlaOf = (pack: PolicyPack) => Sla | null

/** Days remembered of one today; beyond, they are counted again. */
const MAX_REMEMBERED = 4096

/**
 * Review clocks as they stand on one day. The due day is the record's own; the pack in force at submission says
 * how many working days before it the warning begins.
 */
export class ReviewClocks {
  readonly today: PlainDate
  readonly #calendar: WorkingCalendar
  readonly #packs: readonly PolicyPack[]
  readonly #slaOf: SlaOf
  readonly #left = new Map<PlainDate, { readonly days: number; readonly provisional: boolean }>()

  constructor(calendar: WorkingCalendar, packs: readonly PolicyPack[], slaOf: SlaOf, today: PlainDate) {
    this.#calendar = calendar
    this.#packs = packs
    this.#slaOf = slaOf
    this.today = today
  }

  clock(marketplace: Marketplace, submittedAt: Instant, dueOn: PlainDate): ReviewClock {
    const left = this.#daysLeft(dueOn)
    const pack = packInForce(this.#packs, marketplace, shanghaiDate(submittedAt))
    const sla = pack && this.#slaOf(pack)
    const warns = sla !== null && dueOn <= this.warnUntil(sla)
    return {
      state: dueOn < this.today ? 'overdue' : warns ? 'warn' : 'running',
      dueOn,
      workingDaysLeft: left.days,
      provisional: left.provisional || isProvisional(this.#calendar, dueOn),
    }
  }

  /**
   * The last due day that warns today: the warning of a submission began on or before today exactly when no more
   * working days are left than lie between its warning day and its due day.
   */
  warnUntil(sla: Sla): PlainDate {
    return addWorkingDays(this.#calendar, this.today, Math.max(0, sla.workingDays - sla.warnOnDay)).date
  }

  #daysLeft(dueOn: PlainDate) {
    const known = this.#left.get(dueOn)
    if (known !== undefined) return known
    const left = workingDaysBetween(this.#calendar, this.today, dueOn)
    if (this.#left.size < MAX_REMEMBERED) this.#left.set(dueOn, left)
    return left
  }
}
