import { type Entry, type Line, liveParts, type Obligation, sum } from './money-records.ts'

/** What a posting says where the bank took the line back. */
const TAKEN_BACK = 'deposit.match'

/** The ledger read entry by entry: what each may do given those before it, and what is left at its end. */
export function ledgerComplaints(
  { id, entries }: Obligation,
  lines: ReadonlyMap<string, Line>,
  payers: ReadonlyMap<string, string>,
): string[] {
  const complaints: string[] = []
  const say = (what: string) => complaints.push(`deposit ${id}: ${what}`)
  const came = new Map<string, number>()
  const went = new Map<string, number>()
  const receipts = new Map<string, readonly string[]>()
  let asked: Pick<Entry, 'amount' | 'by' | 'payee'> | null = null
  let isHeld = false
  let approved = 0
  /** The batch that is to pay, or paid last. */
  let batch = null as { readonly id: string; readonly isOver: boolean } | null
  for (const entry of entries) {
    const line = entry.line ?? ''
    switch (entry.kind) {
      case 'match':
        if (came.has(line)) say(`${line} was posted twice`)
        came.set(line, entry.amount)
        break
      case 'unmatch':
        if (came.get(line) !== -entry.amount)
          say(`${line} took off ${entry.amount}, had brought ${came.get(line)}`)
        came.delete(line)
        // The bank may take back what it likes; a person may not.
        if (entry.reason !== TAKEN_BACK && approved > 0 && sum([...came.values()]) < approved)
          say(`${line} was taken off, and a refund rests on it`)
        for (const [number, named] of receipts)
          if (named.includes(line)) say(`receipt ${number} holds without ${line}`)
        break
      case 'receipt': {
        const named = entry.lines ?? []
        if (sum(named.map((each) => came.get(each) ?? 0)) !== entry.received)
          say(`receipt ${entry.number} sums wrongly`)
        if ([...receipts.values()].flat().some((each) => named.includes(each)))
          say(`a second receipt for ${named}`)
        receipts.set(entry.number ?? '', named)
        break
      }
      case 'receipt-void':
        if (!receipts.delete(entry.number ?? '')) say(`${entry.number} became void and did not hold`)
        break
      case 'refund-request':
        if (asked !== null) say('a refund was asked for twice at once')
        asked = { amount: entry.wanted ?? 0, by: entry.by, payee: entry.payee ?? null }
        break
      case 'refund-refusal':
        // Nothing is asked for: what was approved and is not paid is not paid after all.
        if (asked === null) approved = sum([...went.values()])
        asked = null
        break
      case 'refund-approval':
        if (asked === null || asked.amount !== entry.approved)
          say(`${entry.approved} approved, nobody asked for it`)
        if (isHeld) say('a refund was approved while they were on hold')
        if (asked?.by === entry.by) say(`${entry.by} approved what ${entry.by} had asked for`)
        if (asked?.payee?.route === 'original') {
          const { account } = asked.payee
          const isOf = ([of]: readonly [string, number]) => payers.get(of) === account
          const from = (book: ReadonlyMap<string, number>) =>
            sum([...book].filter(isOf).map(([, some]) => some))
          if (from(came) - from(went) < (entry.approved ?? 0)) say(`${account} gets back more than it paid`)
        }
        approved += entry.approved ?? 0
        asked = null
        break
      case 'refund':
        went.set(line, (went.get(line) ?? 0) - entry.amount)
        if (sum([...went.values()]) > approved) say('more was paid back than was approved')
        if (batch !== null) batch = { ...batch, isOver: true }
        break
      case 'refund-returned':
        if (went.get(line) !== entry.amount) say(`${line} brought back ${entry.amount}`)
        went.delete(line)
        if (batch !== null) batch = { ...batch, isOver: false }
        break
      case 'waive':
        break
      case 'finance-ticket':
        break
      case 'receipt-sent':
        if (!receipts.has(entry.number ?? '')) say(`${entry.number} was sent and does not hold`)
        break
      case 'refund-hold':
        if (isHeld) say('refunds were put on hold twice')
        isHeld = true
        break
      case 'refund-in-batch':
        if (batch?.isOver === false) say(`is in ${entry.batch} and in ${batch.id}`)
        if (entry.paying !== approved - sum([...went.values()])) say(`${entry.batch} pays ${entry.paying}`)
        batch = { id: entry.batch ?? '', isOver: false }
        break
      case 'refund-out-of-batch':
        if (batch?.id !== entry.batch) say(`left ${entry.batch} and was in ${batch?.id}`)
        batch = null
        break
      case 'refund-hold-lifted':
        if (!isHeld) say('a hold was lifted that was none')
        isHeld = false
        break
      default:
        say(`has an entry ${entry.kind}`)
    }
  }
  const balance = sum(entries.map(({ amount }) => amount))
  const live = liveMoney([...lines.values()], id)
  if (balance !== live) say(`its entries sum to ${balance}, live lines to ${live}`)
  return complaints
}

/** What live lines brought for a deposit, less what they took back to the vendor. */
function liveMoney(lines: readonly Line[], obligationId: string): number {
  const parts = lines.flatMap(liveParts).filter(({ target }) => target.obligationId === obligationId)
  return sum(parts.map(({ target, amount }) => (target.kind === 'refund' ? -amount : amount)))
}

/** Numbers of a series run from 1 without a gap, and each stands on one receipt. */
export function receiptComplaints(obligations: readonly Obligation[]): string[] {
  const numbers = obligations.flatMap(({ entries }) =>
    entries.filter(({ kind }) => kind === 'receipt').map(({ number }) => number ?? 'none'),
  )
  const series = new Map<string, number[]>()
  for (const number of numbers) {
    const cut = number.lastIndexOf('-')
    const name = number.slice(0, cut)
    series.set(name, [...(series.get(name) ?? []), Number(number.slice(cut + 1))])
  }
  return [...series].flatMap(([name, given]) => {
    const sorted = given.toSorted((one, other) => one - other)
    return sorted.every((number, at) => number === at + 1) ? [] : [`receipts ${name}: ${sorted.join(' ')}`]
  })
}
