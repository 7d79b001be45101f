import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/calendar/plain-date.ts'
import type { Grant } from '#shared/contracts/console-platform/records/operator.ts'
import {
  conflictsIn,
  holdsOn,
  isLastingAdmin,
  rolesOn,
} from '#shared/contracts/console-platform/role-grants.ts'
import { ROLES } from '#shared/contracts/console-platform/roles.ts'

const FIRST = '2026-11-01'
const dayIn = fc.integer({ min: 0, max: 60 }).map((days) => addDays(FIRST, days))
const grantIn = fc
  .tuple(fc.constantFrom(...ROLES), dayIn, fc.option(fc.integer({ min: 0, max: 30 })))
  .map(([role, from, days]): Grant => ({ role, from, until: days === null ? null : addDays(from, days) }))
const grantsIn = fc.array(grantIn, { maxLength: 12 })

describe('roles with their days', () => {
  it('hold on the first and the last day, and on none outside', () => {
    const grant: Grant = { role: 'ops', from: '2026-11-20', until: '2026-11-22' }
    expect(
      ['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map((day) => rolesOn([grant], day)),
    ).toEqual([[], ['ops'], ['ops'], []])
  })
  it('are those of which some grant holds, each once, whatever order they were given in', () => {
    fc.assert(
      fc.property(grantsIn, dayIn, (grants, day) => {
        const held = rolesOn(grants, day)
        expect(new Set(held).size).toBe(held.length)
        for (const role of ROLES) {
          const holds = grants.some((grant) => grant.role === role && holdsOn(grant, day))
          expect(held.includes(role)).toBe(holds)
        }
        expect(rolesOn(grants.toReversed(), day)).toEqual(held)
      }),
    )
  })
  it('conflict exactly where both are held on some day', () => {
    const days = Array.from({ length: 100 }, (_, at) => addDays(FIRST, at))
    fc.assert(
      fc.property(grantsIn, (grants) => {
        const together = days.map((day) => rolesOn(grants, day))
        const conflict = conflictsIn(grants).some(
          ([one, other]) => one === 'finance' && other === 'finance-approver',
        )
        expect(conflict).toBe(
          together.some((roles) => roles.includes('finance') && roles.includes('finance-approver')),
        )
      }),
    )
  })
  it('make a lasting administrator only without an end, and only once they hold', () => {
    const admin = (from: string, until: string | null): Grant[] => [{ role: 'admin', from, until }]
    expect(isLastingAdmin(admin('2026-11-20', null), '2026-11-20')).toBe(true)
    expect(isLastingAdmin(admin('2026-11-21', null), '2026-11-20')).toBe(false)
    expect(isLastingAdmin(admin('2026-11-20', '2030-01-01'), '2026-11-20')).toBe(false)
  })
})
