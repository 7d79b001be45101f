import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadInput } from '#main/engine/bad-input.ts'
import { readDifferences } from '#main/engine/queries/settlement/read-differences.ts'
import { readSettlementCase } from '#main/engine/queries/settlement/settlement-case.ts'
import type { Comparison } from '#shared/contracts/console-engine/settlement.ts'
import type { SettlementLine } from '#shared/contracts/console-platform/records/settlement-line.ts'
import { newUlid, sampleOrder } from '#test/integration/platform/sample-records.ts'
import {
  sampleMonth,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterEach(() => desk.close())

const AT = '2026-11-05T02:00:00.000Z'
const LATER = '2026-11-06T02:00:00.000Z'
const earlier = { id: newUlid(), at: AT, byName: '刘芳' }
const draft = {
  ...{ id: newUlid(), at: LATER, by: 'liu', byName: '刘芳', position: 2, rebates: 'apart' as const },
  ...{ statements: 1, lines: 1, checks: [], earlier },
}
const month = sampleMonth({ draft })
const own = { monthId: month.id, draftId: draft.id, updatedAt: LATER }

function put(of: {
  readonly statements: readonly ReturnType<typeof sampleSettlement>[]
  readonly lines?: readonly SettlementLine[]
}) {
  desk.put('settlementMonth', [month])
  desk.put('settlementStatement', [...of.statements])
  desk.put('settlementLine', [...(of.lines ?? [])])
  desk.index()
}
const line = (statementId: string, change: Partial<SettlementLine> = {}) =>
  sampleSettlementLine({ statementId, ...change })
const differences = (id: string, against: Comparison, skip = 0) =>
  readDifferences(desk.desk(), { id, against, skip })

describe('a statement differs line by line', () => {
  it('from the voided one it takes the place of: what came, went and changed, and by how much', () => {
    const voided = sampleSettlement({ ...own, status: 'voided' })
    const statement = sampleSettlement({ ...own, replaces: voided.id })
    const [same, gone, moved, added] = [newUlid(), newUlid(), newUlid(), newUlid()]
    put({
      statements: [voided, statement],
      lines: [
        ...[line(voided.id, { orderId: same }), line(voided.id, { orderId: gone, amount: 2 })],
        line(voided.id, { orderId: moved, amount: 30 }),
        ...[line(statement.id, { orderId: same }), line(statement.id, { orderId: moved, amount: 40 })],
        line(statement.id, { orderId: added, amount: 5 }),
      ],
    })
    const found = differences(statement.id, 'voided')
    expect(found).toMatchObject({ came: 1, went: 1, changed: 1, change: 13, next: null })
    expect(found.differences.map(({ key, before, after }) => [key, before?.amount, after?.amount])).toEqual([
      [moved, 30, 40],
      [added, undefined, 5],
      [gone, 2, undefined],
    ])
  })

  it('from the draft before it, with why each line did, as far as the records tell', () => {
    const then = sampleSettlement({ ...own, draftId: earlier.id, updatedAt: AT })
    const [unsettled, fresh, cash, fee, elsewhere, gone] = Array.from({ length: 6 }, newUlid)
    const ids = { unsettled, fresh, cash, fee, elsewhere, gone } as Record<string, string>
    const of = (name: string) => ({ orderId: ids[name] ?? '' })
    const was = {
      ...then,
      notSettled: [{ why: 'share-not-agreed' as const, orders: 1, orderIds: [of('unsettled').orderId] }],
    }
    const statement = sampleSettlement(own)
    const order = (name: string, change = {}) =>
      sampleOrder({ id: ids[name] ?? '', providerId: 'provider-1', updatedAt: AT, ...change })
    desk.put('order', [
      ...[order('unsettled'), order('cash', { updatedAt: LATER }), order('fee')],
      ...[order('fresh', { updatedAt: LATER }), order('elsewhere', { providerId: 'provider-2' })],
    ])
    put({
      statements: [was, statement],
      lines: [
        ...[line(then.id, of('cash')), line(then.id, of('fee'))],
        ...[line(then.id, of('elsewhere')), line(then.id, of('gone'))],
        ...[line(statement.id, of('unsettled')), line(statement.id, of('fresh'))],
        line(statement.id, { ...of('cash'), gross: 200_00, base: 200_00, fee: 20_00, amount: 180_00 }),
        line(statement.id, { ...of('fee'), fee: 5_00, amount: 95_00 }),
        line(statement.id, {
          orderId: null,
          adjustmentId: newUlid(),
          kind: 'penalty',
          amount: -1,
          reason: '违约',
        }),
      ],
    })
    const why = new Map(
      differences(statement.id, 'earlier-draft').differences.map((each) => [
        Object.keys(ids).find((name) => ids[name] === each.orderId) ?? each.reason,
        each.why.map(({ cause, notSettled }) => (notSettled === null ? cause : `${cause} ${notSettled}`)),
      ]),
    )
    expect(why).toEqual(
      new Map([
        ['unsettled', ['was-not-settled share-not-agreed']],
        ['fresh', ['order-newer']],
        ['cash', ['cash', 'order-newer']],
        ['fee', ['fee']],
        ['elsewhere', ['other-provider']],
        ['gone', ['order-gone']],
        ['违约', ['adjustment']],
      ]),
    )
  })

  it('from the month before by kind and category, for its orders are others', () => {
    const before = sampleSettlement({ month: '2026-09', status: 'committed', updatedAt: AT })
    const statement = sampleSettlement(own)
    put({
      statements: [before, statement],
      lines: [
        ...[line(before.id), line(before.id, { category: 'storage' })],
        ...[line(statement.id), line(statement.id), line(statement.id, { category: 'storage' })],
      ],
    })
    const found = differences(statement.id, 'last-month')
    expect(found).toMatchObject({ came: 0, went: 0, changed: 1, change: 90_00 })
    expect(found.differences).toMatchObject([
      {
        kind: 'fee',
        category: 'extension',
        orderId: null,
        before: { lines: 1 },
        after: { lines: 2 },
        why: [],
      },
    ])
  })

  it('page by page, and from no statement it is not compared with', () => {
    const voided = sampleSettlement({ ...own, status: 'voided' })
    const statement = sampleSettlement({ ...own, replaces: voided.id })
    put({
      statements: [voided, statement],
      lines: Array.from({ length: 130 }, () => line(statement.id)),
    })
    const first = differences(statement.id, 'voided')
    const rest = differences(statement.id, 'voided', first.next ?? 0)
    expect([first.differences.length, first.next, rest.differences.length, rest.next]).toEqual([
      100,
      100,
      30,
      null,
    ])
    expect(new Set([...first.differences, ...rest.differences].map(({ key }) => key)).size).toBe(130)
    expect(readSettlementCase(desk.desk(), statement.id).comparable.map(({ against }) => against)).toEqual([
      'voided',
    ])
    expect(() => differences(statement.id, 'last-month')).toThrow(BadInput)
  })
})
