import { describe, expect, it } from 'vitest'
import { monthComplaints } from './month-auditor.ts'
import type { Adjustment, Applied, Committed, Line, Order, Statement } from './month-records.ts'

/** Two closed months of a provider: an order with its fee and a penalty, of which a rest goes on to the second. */
interface History {
  statements: Statement[]
  lines: Line[]
  adjustments: Adjustment[]
  orders: Order[]
  applied: Applied[]
  committed: Committed[]
}

const NOTHING = { orders: 0, refunds: 0, gross: 0, refunded: 0, fee: 0, adjustments: 0, carried: 0, net: 0 }

function line(id: string, statementId: string, change: Partial<Line>): Line {
  return {
    ...{ id, statementId, orderId: null, adjustmentId: null, gross: 0, fee: 0, kind: 'fee', amount: 0 },
    ...change,
  }
}

function decided(type: Applied['type'], recordId: string, ...statements: string[]): Applied {
  return { type, recordId, statements }
}

function truth(): History {
  const of = { marketplace: 'kubesphere', providerId: 'p', status: 'committed' as const }
  const september: Statement = {
    ...{
      id: 's',
      month: '2026-09',
      ...of,
      lines: 3,
      carriedFrom: null,
      carriedIn: [],
      carriedOut: [{ amount: -10 }],
    },
    totals: { ...NOTHING, orders: 1, gross: 100, fee: 10, adjustments: -100, carried: 10 },
  }
  const october: Statement = {
    ...{ id: 'o', month: '2026-10', ...of, lines: 1, carriedFrom: { id: 's' }, carriedOut: [] },
    carriedIn: [{ amount: -10 }],
    totals: { ...NOTHING, carried: -10, net: -10 },
  }
  const lines = [
    line('s1', 's', { kind: 'fee', orderId: 'n', gross: 100, fee: 10, amount: 90 }),
    line('s2', 's', { kind: 'penalty', adjustmentId: 'a', amount: -100 }),
    line('s3', 's', { kind: 'carry-forward', amount: 10 }),
    line('o1', 'o', { kind: 'carry-forward', amount: -10 }),
  ]
  const statements = [september, october]
  return {
    statements,
    lines,
    adjustments: [{ id: 'a', providerId: 'p', month: '2026-09', amount: -100 }],
    orders: [{ id: 'n', providerId: 'p', kind: 'new', paidAt: '2026-09-30T15:59:00.000Z' }],
    applied: [
      decided('settlement.commit', 's'),
      decided('settlement.commit', 'o'),
      decided('payout.request', 'r', 's'),
    ],
    committed: statements.map((statement) => ({
      statement,
      lines: lines.filter(({ statementId }) => statementId === statement.id),
    })),
  }
}

function told({ statements, lines, adjustments, orders, applied, committed }: History): string[] {
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    new Map(all.map((each) => [each.id, each]))
  const records = {
    ...{ statements: byId(statements), lines: byId(lines) },
    ...{ adjustments: byId(adjustments), orders: byId(orders) },
  }
  return monthComplaints(records, applied, committed)
}

/** A line, before and after its month was closed, as if it had been so from the beginning. */
function rewritten(history: History, id: string, change: Partial<Line>): void {
  const rewrite = (all: readonly Line[]) =>
    all.map((each) => (each.id === id ? { ...each, ...change } : each))
  history.lines = rewrite(history.lines)
  history.committed = history.committed.map(({ statement, lines }) => ({ statement, lines: rewrite(lines) }))
}

describe('the auditor of months', () => {
  it('finds nothing wrong with what is right', () => {
    expect(told(truth())).toEqual([])
  })

  it.each<readonly [string, (history: History) => void, RegExp]>([
    [
      'a header that is not its lines',
      (of) => rewritten(of, 's1', { amount: 91 }),
      /says net 0, its lines come to 1/,
    ],
    [
      'a figure that changed after the commit',
      (of) => {
        of.statements = of.statements.map((each) => ({
          ...each,
          totals: { ...each.totals, net: each.totals.net + 1 },
        }))
      },
      /statement s changed after it was committed/,
    ],
    [
      'a line that changed after the commit',
      (of) => {
        of.lines = of.lines.map((each) => (each.id === 's1' ? { ...each, orderId: 'm' } : each))
      },
      /line s1 changed after/,
    ],
    [
      'a line that left',
      (of) => {
        of.lines = of.lines.filter(({ id }) => id !== 's2')
      },
      /line s2 changed after/,
    ],
    [
      'an order in two lines',
      (of) => rewritten(of, 'o1', { kind: 'refund', orderId: 'n' }),
      /order n stands in 2 lines/,
    ],
    [
      'an adjustment in two',
      (of) => rewritten(of, 'o1', { adjustmentId: 'a' }),
      /adjustment a stands in 2 lines/,
    ],
    [
      'an adjustment in none',
      (of) => rewritten(of, 's2', { adjustmentId: 'b' }),
      /adjustment a stands in no statement/,
    ],
    [
      'an adjustment of another amount',
      (of) => rewritten(of, 's2', { amount: -99 }),
      /over -100 stands as -99/,
    ],
    [
      'an order of another month',
      (of) => {
        of.orders = of.orders.map((each) => ({ ...each, paidAt: '2026-09-30T16:00:00.000Z' }))
      },
      /order n stands in 2026-09 of p/,
    ],
    [
      'an order that came too late for a month that is open',
      (of) => {
        rewritten(of, 's1', { orderId: null })
        rewritten(of, 'o1', { kind: 'fee', orderId: 'n' })
        of.statements = of.statements.filter(({ id }) => id !== 's')
      },
      /order n stands in 2026-10 of p/,
    ],
    [
      'a rest that does not go on',
      (of) => {
        of.statements = of.statements.map((each) => (each.id === 'o' ? { ...each, carriedIn: [] } : each))
      },
      /begins 2026-10 with 0, 2026-09 left -10/,
    ],
    [
      'a month closed twice',
      (of) => {
        of.statements = [...of.statements, { ...of.statements[1], id: 'o2' } as Statement]
      },
      /2026-10 of p is closed by 2 statements/,
    ],
    [
      'a month closed after a later one',
      (of) => {
        of.applied = of.applied.toSpliced(
          0,
          2,
          decided('settlement.commit', 'o'),
          decided('settlement.commit', 's'),
        )
      },
      /2026-09 of p was closed after 2026-10 of p/,
    ],
    [
      'a month opened on which a later one rests',
      (of) => {
        of.applied = [...of.applied, decided('settlement.void', 's')]
      },
      /s was voided, and 2026-10 rests on it/,
    ],
    [
      'a month opened that is paid',
      (of) => {
        of.applied = [...of.applied, decided('settlement.void', 'o'), decided('settlement.void', 's')]
      },
      /s was voided, and r pays it/,
    ],
    [
      'a payment of a month that is open',
      (of) => {
        of.applied = [decided('payout.request', 'r', 's'), ...of.applied.slice(0, 2)]
      },
      /r pays s, which is not closed/,
    ],
    [
      'a commit that nobody took',
      (of) => {
        of.applied = of.applied.slice(0, 1)
      },
      /2 months are closed, decisions come to 1/,
    ],
  ])('finds %s', (_what, falsify, complaint) => {
    const history = truth()
    falsify(history)
    expect(told(history)).toContainEqual(expect.stringMatching(complaint))
  })
})
