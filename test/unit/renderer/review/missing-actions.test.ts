import { describe, expect, test } from 'vitest'
import { missingActions } from '#renderer/review/missing-actions.ts'
import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'

const operator = (id: string, roles: Operator['roles'], active = true) => ({ id, name: id, roles, active })
const operators = [
  operator('zhou', ['ops']),
  operator('chen', ['ops-manager']),
  operator('liu', ['finance']),
  operator('wang', ['finance-approver']),
  operator('gone', ['finance-approver'], false),
]

describe('what is possible and not for this person', () => {
  test('names the role and who has it, decisions of one role together', () => {
    const missing = missingActions({
      possible: ['application.approve', 'application.reject'],
      allowed: [],
      me: operator('zhao', ['auditor']),
      operators,
    })
    expect(missing).toEqual([
      {
        types: ['application.approve', 'application.reject'],
        roles: ['ops', 'ops-manager'],
        people: ['zhou', 'chen'],
        another: false,
      },
    ])
  })

  test('leaves out who has left, and says nothing of what one may do', () => {
    const missing = missingActions({
      possible: ['deposit.waive', 'deposit.approve-refund'],
      allowed: ['deposit.waive'],
      me: operator('liu', ['finance']),
      operators,
    })
    expect(missing.map(({ types, people }) => [types, people])).toEqual([
      [['deposit.approve-refund'], ['wang']],
    ])
  })

  test('asks for another person where maker and checker are one', () => {
    const both = operator('both', ['finance', 'finance-approver'])
    const missing = missingActions({
      possible: ['deposit.approve-refund'],
      allowed: [],
      me: both,
      operators: [...operators, both],
      barred: { 'deposit.approve-refund': ['both'] },
    })
    expect(missing).toMatchObject([{ another: true, people: ['wang'] }])
  })

  test('is silent where the case itself is in the way of who may', () => {
    const me = operator('zhou', ['ops'])
    expect(missingActions({ possible: ['listing.publish'], allowed: [], me, operators })).toEqual([])
  })
})
