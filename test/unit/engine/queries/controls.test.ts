import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDeposits } from '#main/engine/queries/deposits/list-deposits.ts'
import { readControlCase, readControls } from '#main/engine/queries/rules/controls.ts'
import { depositListInput } from '#shared/contracts/console-engine/deposits.ts'
import type { CompanyControl } from '#shared/contracts/console-platform/records/company-control.ts'
import { AT, newUlid, sampleControl, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const ZHENG = { ...ACCOUNT, id: 'op-5', name: '郑云', roles: ['finance-approver' as const] }
const decided = { by: 'op-5', byName: '郑云', at: AT, reason: null }
/** Due on 2026-12-30: forty days after the desk's today. */
const obligation = sampleObligation()
let desk: DeskUnderTest

const put = (...controls: CompanyControl[]) => desk.put('companyControl', controls)
const adopted = (change: Partial<CompanyControl>) =>
  sampleControl({ version: 2, status: 'adopted', decided, ...change })
const row = () =>
  readControls(desk.desk()).controls.find(({ control }) => control === 'deposit-due-soon-days')

beforeAll(() => {
  desk = deskUnderTest(ZHENG)
  const { facts } = obligation
  const listed = { ...facts, joinedOn: '2023-11-01', firstListedOn: '2025-12-24' }
  desk.put('depositObligation', [{ ...obligation, facts: listed }])
  desk.index()
})
afterAll(() => desk.close())

describe('the controls on a desk', () => {
  it('are the standard while nothing was adopted; what waits changes nothing', () => {
    put(sampleControl())
    expect(row()).toMatchObject({ value: 30, by: null, next: null, waiting: 1 })
  })

  it('hold with the page of the feed that brings one, on every screen that goes by it, without a restart', () => {
    const standing = () => {
      const question = { filter: {}, sort: { column: 'dueOn', descending: false }, after: null, limit: 10 }
      return listDeposits(desk.desk(), depositListInput.parse(question)).rows.map(({ status }) => status)
    }
    const before = standing()
    put(adopted({ value: 365, from: '2026-11-01' }))
    expect(before).toEqual(['waived'])
    expect(standing()).toEqual(['due-soon'])
    expect(row()).toMatchObject({ value: 365, by: { from: '2026-11-01', decided: { byName: '郑云' } } })
  })

  it('say which change is in force, which one comes and which was superseded; of one day the later stands', () => {
    const first = adopted({ value: 40, from: '2026-11-10' })
    const second = adopted({
      value: 41,
      from: '2026-11-10',
      decided: { ...decided, at: '2026-11-21T09:00:00.000Z' },
    })
    const coming = adopted({ value: 60, from: '2027-01-01' })
    put(first, second, coming)
    const { changes } = readControls(desk.desk())
    const standing = (id: string) => changes.find(({ proposal }) => proposal.id === id)?.standing
    expect([first, second, coming].map(({ id }) => standing(id))).toEqual([
      'superseded',
      'in-force',
      'coming',
    ])
    expect(row()).toMatchObject({ value: 41, next: { from: '2027-01-01' } })
    expect(readControlCase(desk.desk(), coming.id).before).toMatchObject({ id: '41' })
  })

  it('let another approver adopt or decline, who proposed it only withdraw, and nobody adopt after its first day', () => {
    const own = sampleControl({ proposed: { by: ZHENG.id, byName: ZHENG.name, at: AT } })
    const others = sampleControl()
    const late = sampleControl({ from: '2026-11-19' })
    put(own, others, late)
    const allowed = ({ id }: CompanyControl) => readControlCase(desk.desk(), id).allowed
    expect([own, others, late].map(allowed)).toEqual([
      ['control.decline'],
      ['control.adopt', 'control.decline'],
      ['control.decline'],
    ])
    const outbox = desk.desk().workspace.outbox
    const refused = { recordId: own.id, expectedVersion: 1, arguments: {} }
    const seenDigest = outbox.seenDigest('companyControl', own.id)
    expect(() => outbox.enqueue({ type: 'control.adopt', ...refused, seenDigest })).toThrow('same-person')
    const past = { control: 'payments-paused', value: true, from: '2026-11-19', reason: '年度盘点' } as const
    const recordId = newUlid()
    expect(() =>
      outbox.enqueue({
        type: 'control.propose',
        ...{ recordId, expectedVersion: 0, seenDigest: null, arguments: past },
      }),
    ).toThrow('too-early')
  })
})
