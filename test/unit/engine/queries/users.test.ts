import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { find } from '#main/engine/queries/find.ts'
import { readUserPage } from '#main/engine/queries/users/user-page.ts'
import { cutRecord } from '#shared/contracts/console-platform/visibility.ts'
import { sampleCluster, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleOrder } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const USER = { userId: 'user-0042', userName: '重庆云川科技' }
const subscription = sampleSubscription(USER)
const older = sampleSubscription({
  ...USER,
  userName: '云川科技（旧名）',
  subscribedAt: '2025-02-01T02:00:00.000Z',
  expiresAt: null,
})
const cluster = sampleCluster({ ...USER, clusterId: 'cls-77' })
const order = sampleOrder({ buyerId: USER.userId, number: 'CS20261120007', buyerName: '李雷' })
const refund = sampleOrder({
  ...{ buyerId: USER.userId, buyerName: '李雷', kind: 'refund' as const, number: 'CS20261121001' },
})
const alone = sampleOrder({ buyerId: 'buyer-without-more' })
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['ops'] })
  desk.put('subscription', [subscription, older, sampleSubscription()])
  desk.put('cluster', [cluster])
  desk.put('order', [order, refund, alone])
  desk.index()
})
afterAll(() => desk.close())

const users = (text: string) =>
  find(desk.desk(), text, 20, ['user']).map(({ kind, id, title }) => ({ kind, id, title }))

describe('a user', () => {
  it.each(['重庆', 'chongqing', 'zq', '旧名', '（', 'user-00', 'user-0042'])(
    'is found by %s, once, by the name it goes by',
    (text) => {
      const found = users(text)
      expect(found.map(({ id }) => id)).toEqual([USER.userId])
    },
  )

  it('is found by its id though only orders name it', () => {
    expect(users('buyer-without')).toEqual([
      { kind: 'user', id: 'buyer-without-more', title: 'buyer-without-more' },
    ])
  })

  it('has its subscriptions, clusters and orders, the newest first, and what happened', () => {
    const page = readUserPage(desk.desk(), USER.userId)
    expect(page.names).toEqual(['重庆云川科技', '云川科技（旧名）', '李雷'])
    expect(page.subscriptions).toEqual({ rows: [subscription, older], more: false })
    expect(page.clusters).toEqual({ rows: [cluster], more: false })
    expect(page.orders.rows.map(({ id }) => id).sort()).toEqual([order.id, refund.id].sort())
    expect(page.timeline.map(({ step }) => step).sort()).toEqual([
      'expires',
      'installed',
      'new',
      'refund',
      'subscribed',
      'subscribed',
    ])
    expect(page.timeline.map(({ at }) => at)).toEqual(
      page.timeline
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
  })

  it('that nothing names is not there', () => {
    expect(() => readUserPage(desk.desk(), 'nobody')).toThrow('no user nobody')
  })
})

describe('records of a user', () => {
  it.each([
    ['CS2026112', 'order', [order.id, refund.id]],
    ['cls-77', 'cluster', [cluster.id]],
    ['138000', 'subscription', [subscription.id, older.id]],
    ['li@exa', 'subscription', [subscription.id, older.id]],
  ] as const)('are found by %s', (text, kind, ids) => {
    const found = find(desk.desk(), text, 20, [kind]).map(({ id }) => id)
    for (const id of ids) expect(found).toContain(id)
  })

  it('are found by phone and e-mail only where these are in the copy', () => {
    const support = deskUnderTest({ ...ACCOUNT, roles: ['support'] })
    support.put('subscription', [cutRecord('subscription', subscription, ['support'])])
    support.index()
    expect(find(support.desk(), '13800000000', 20)).toEqual([])
    expect(find(support.desk(), 'li@example.cn', 20)).toEqual([])
    expect(find(support.desk(), '重庆', 20, ['subscription']).map(({ id }) => id)).toEqual([subscription.id])
    support.close()
  })
})

it('users are looked for along indexes', () => {
  const asked = vi.spyOn(desk.desk().statements, 'prepare')
  for (const text of ['user-0042', '重庆', '138000']) find(desk.desk(), text, 20)
  readUserPage(desk.desk(), USER.userId)
  const statements = [...new Set(asked.mock.calls.map(([sql]) => sql))]
  asked.mockRestore()
  const walks = statements.flatMap((sql) =>
    desk.cache.sql
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "'1'")}`)
      .all()
      .filter(({ detail }) => /^SCAN (?:subscription|cluster|market_order)/.test(detail))
      .map(({ detail }) => `${detail}: ${sql}`),
  )
  expect(walks).toEqual([])
})
