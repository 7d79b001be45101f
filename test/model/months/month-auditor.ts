import type { Applied, Committed, Line, MonthRecords, Order, Statement } from './month-records.ts'

const SHANGHAI_MS = 8 * 3_600_000

/**
 * What is wrong with closed months: figures that are not their lines, statements that changed after they were committed,
 * what stands in two of them or in none, and decisions that should have been refused. It shares nothing with the program.
 */
export function monthComplaints(
  records: MonthRecords,
  applied: readonly Applied[],
  committed: readonly Committed[],
): string[] {
  return [
    ...headerComplaints(records),
    ...changeComplaints(records, committed),
    ...onceComplaints(records),
    ...carryComplaints(records),
    ...orderComplaints(records, applied),
  ]
}

/** Each figure of a header is a sum over the lines. */
function headerComplaints({ statements, lines }: MonthRecords): string[] {
  const byStatement = Map.groupBy(lines.values(), ({ statementId }) => statementId)
  return [...statements.values()].flatMap(({ id, totals, lines: count, status }) => {
    if (status === 'draft') return []
    const own = byStatement.get(id) ?? []
    const of = (...kinds: string[]) => own.filter(({ kind }) => kinds.includes(kind))
    const adjusted = own.filter(({ adjustmentId }) => adjustmentId !== null)
    const sums: Record<string, readonly [number, number]> = {
      lines: [count, own.length],
      net: [totals.net, sum(own, ({ amount }) => amount)],
      fee: [totals.fee, sum(own, ({ fee }) => fee)],
      orders: [totals.orders, of('fee').length],
      refunds: [totals.refunds, of('refund').length],
      gross: [totals.gross, sum(of('fee'), ({ gross }) => gross)],
      refunded: [totals.refunded, -sum(of('refund'), ({ gross }) => gross)],
      adjustments: [totals.adjustments, sum(adjusted, ({ amount }) => amount)],
      carried: [totals.carried, sum(of('carry-forward'), ({ amount }) => amount)],
    }
    return Object.entries(sums).flatMap(([what, [said, found]]) =>
      said === found ? [] : [`statement ${id} says ${what} ${said}, its lines come to ${found}`],
    )
  })
}

/** A committed month never changes; what is voided stays as it was. */
function changeComplaints({ statements, lines }: MonthRecords, committed: readonly Committed[]): string[] {
  return committed.flatMap(({ statement, lines: then }) => {
    const now = statements.get(statement.id)
    if (now === undefined) return [`statement ${statement.id} was committed and is gone`]
    const complaints = now.status === 'draft' ? [`statement ${now.id} is a draft again`] : []
    if (told(now) !== told(statement)) complaints.push(`statement ${now.id} changed after it was committed`)
    for (const line of then)
      if (JSON.stringify(lines.get(line.id)) !== JSON.stringify(line))
        complaints.push(`line ${line.id} changed after its statement was committed`)
    return complaints
  })
}

/** All that a statement says but what voiding writes down. */
function told(statement: Statement): string {
  const { status: _s, ...said } = statement
  return JSON.stringify({ ...said, version: 0, voided: null, history: [], updatedAt: '' })
}

/** Of those that hold: one of a provider's month, one line of each order and adjustment. */
function onceComplaints({ statements, lines, adjustments, orders }: MonthRecords): string[] {
  const complaints: string[] = []
  const holding = new Map([...statements].filter(([, { status }]) => status === 'committed'))
  for (const [month, same] of Map.groupBy(holding.values(), nameOf))
    if (same.length > 1) complaints.push(`${month} is closed by ${same.length} statements`)
  const held = [...lines.values()].filter(({ statementId }) => holding.has(statementId))
  const twice = (key: (line: Line) => string | null, what: string) => {
    for (const [id, same] of Map.groupBy(held, key))
      if (id !== null && same.length > 1) complaints.push(`${what} ${id} stands in ${same.length} lines`)
  }
  twice(({ orderId, kind }) => (kind === 'fee' || kind === 'refund' ? orderId : null), 'order')
  twice(({ adjustmentId }) => adjustmentId, 'adjustment')
  for (const { orderId, adjustmentId, statementId, kind, amount } of held) {
    const statement = holding.get(statementId)
    const order = kind === 'fee' || kind === 'refund' ? orders.get(orderId ?? '') : undefined
    if (statement !== undefined && order !== undefined && !mayStand(order, statement, [...holding.values()]))
      complaints.push(`order ${order.id} stands in ${nameOf(statement)}`)
    const adjustment = adjustments.get(adjustmentId ?? '')
    if (adjustment !== undefined && adjustment.amount !== amount)
      complaints.push(`adjustment ${adjustment.id} over ${adjustment.amount} stands as ${amount}`)
  }
  const standing = new Set(held.map(({ adjustmentId }) => adjustmentId))
  const closed = new Set([...holding.values()].map(nameOf))
  for (const { id, providerId, month } of adjustments.values())
    if (closed.has(nameOf({ providerId, month })) && !standing.has(id))
      complaints.push(`adjustment ${id} stands in no statement of its closed month`)
  return complaints
}

/** In its own month; or in a later one, where it came too late for its own: that, or one after it, was closed before. */
function mayStand(
  { providerId, paidAt }: Order,
  statement: Statement,
  holding: readonly Statement[],
): boolean {
  const own = monthOf(paidAt)
  if (providerId !== statement.providerId) return false
  const isBetween = ({ month }: Statement) => month >= own && month < statement.month
  return own === statement.month || holding.some((each) => each.providerId === providerId && isBetween(each))
}

/** What one month leaves is what the next one begins with. */
function carryComplaints({ statements }: MonthRecords): string[] {
  const complaints: string[] = []
  for (const [provider, months] of Map.groupBy(holds(statements), ({ providerId }) => providerId)) {
    const inOrder = months.toSorted((one, other) => (one.month < other.month ? -1 : 1))
    for (const [at, statement] of inOrder.entries()) {
      const before = inOrder[at - 1]
      const left = sum(before?.carriedOut ?? [], ({ amount }) => amount)
      const begins = sum(statement.carriedIn, ({ amount }) => amount)
      if ((statement.carriedFrom?.id ?? null) !== (before?.id ?? null) || left !== begins)
        complaints.push(`${provider} begins ${statement.month} with ${begins}, ${before?.month} left ${left}`)
      const moved = begins - sum(statement.carriedOut, ({ amount }) => amount)
      if (statement.totals.carried !== moved)
        complaints.push(
          `${provider} carries ${statement.totals.carried} in ${statement.month} and not ${moved}`,
        )
    }
  }
  return complaints
}

/** Months are closed one after the other, and opened again only while nothing rests on them. */
function orderComplaints({ statements }: MonthRecords, applied: readonly Applied[]): string[] {
  const complaints: string[] = []
  const closed = new Map<string, Statement>()
  const requests = new Map<string, readonly string[]>()
  for (const { type, recordId, statements: paid } of applied) {
    const statement = statements.get(recordId)
    const own = [...closed.values()].filter(({ providerId }) => providerId === statement?.providerId)
    switch (type) {
      case 'settlement.commit':
        if (statement === undefined) complaints.push(`${recordId} was committed and is gone`)
        else {
          const later = own.find(({ month }) => month >= statement.month)
          if (later !== undefined) complaints.push(`${nameOf(statement)} was closed after ${nameOf(later)}`)
          closed.set(recordId, statement)
        }
        break
      case 'settlement.void': {
        const later = own.find(({ month }) => month > (statement?.month ?? ''))
        if (later !== undefined) complaints.push(`${recordId} was voided, and ${later.month} rests on it`)
        const live = [...requests].find(([, each]) => each.includes(recordId))
        if (live !== undefined) complaints.push(`${recordId} was voided, and ${live[0]} pays it`)
        closed.delete(recordId)
        break
      }
      case 'payout.request':
        for (const id of paid)
          if (!closed.has(id)) complaints.push(`${recordId} pays ${id}, which is not closed`)
        requests.set(recordId, paid)
        break
      case 'payout.cancel':
        requests.delete(recordId)
        break
    }
  }
  const now = holds(statements).map(({ id }) => id)
  if (JSON.stringify(now.sort()) !== JSON.stringify([...closed.keys()].sort()))
    complaints.push(`${now.length} months are closed, decisions come to ${closed.size}`)
  return complaints
}

function holds(statements: ReadonlyMap<string, Statement>): Statement[] {
  return [...statements.values()].filter(({ status }) => status === 'committed')
}

function nameOf({ providerId, month }: Pick<Statement, 'providerId' | 'month'>): string {
  return `${month} of ${providerId}`
}

function monthOf(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 7)
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0)
}
