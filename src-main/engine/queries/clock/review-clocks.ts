import type { Instant, Marketplace } from '#shared/base/ids.ts'
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import { addWorkingDays, isProvisional, workingDaysBetween } from '#shared/calendar/working-calendar.ts'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'
import type { Sla } from '#shared/policy/admission-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'

/** Which service level of a pack a queue runs by. */
export type SlaOf = (pack: PolicyPack) => Sla | null

/** What one pack means for the clocks of one day; submissions from `since` to before `before` are under it. */
export interface ClockTerms {
  readonly marketplace: Marketplace
  readonly since: Instant
  readonly before: Instant
  /**
   * The last due day that warns today: the warning of a submission began on or before today exactly when no
   * more working days are left than lie between its warning day and its due day.
   */
  readonly warnUntil: PlainDate
}

/** Days remembered of one today; beyond, they are counted again. */
const MAX_REMEMBERED = 4096
const NEVER: Instant = '9999-12-31T00:00:00.000Z'

/**
 * Review clocks as they stand on one day. The due day is the record's own; the pack in force at submission says
 * how many working days before it the warning begins.
 */
export class ReviewClocks {
  readonly today: PlainDate
  readonly terms: readonly ClockTerms[]
  readonly #calendar: WorkingCalendar
  readonly #left = new Map<PlainDate, { readonly days: number; readonly provisional: boolean }>()

  constructor(calendar: WorkingCalendar, packs: readonly PolicyPack[], slaOf: SlaOf, today: PlainDate) {
    this.#calendar = calendar
    this.today = today
    this.terms = packs.flatMap((pack) => {
      const sla = slaOf(pack)
      if (sla === null) return []
      const { marketplace, effectiveFrom, effectiveTo } = pack
      const notice = Math.max(0, sla.workingDays - sla.warnOnDay)
      return [
        {
          marketplace,
          since: startOfShanghaiDay(effectiveFrom),
          before: effectiveTo === null ? NEVER : startOfShanghaiDay(addDays(effectiveTo, 1)),
          warnUntil: addWorkingDays(calendar, today, notice).date,
        },
      ]
    })
  }

  clock(marketplace: Marketplace, submittedAt: Instant, dueOn: PlainDate): ReviewClock {
    const left = this.#daysLeft(dueOn)
    const terms = this.terms.find(
      (each) => each.marketplace === marketplace && each.since <= submittedAt && submittedAt < each.before,
    )
    const warns = terms !== undefined && dueOn <= terms.warnUntil
    return {
      state: dueOn < this.today ? 'overdue' : warns ? 'warn' : 'running',
      dueOn,
      workingDaysLeft: left.days,
      provisional: left.provisional || isProvisional(this.#calendar, dueOn),
    }
  }

  #daysLeft(dueOn: PlainDate) {
    const known = this.#left.get(dueOn)
    if (known !== undefined) return known
    const left = workingDaysBetween(this.#calendar, this.today, dueOn)
    if (this.#left.size < MAX_REMEMBERED) this.#left.set(dueOn, left)
    return left
  }
}
