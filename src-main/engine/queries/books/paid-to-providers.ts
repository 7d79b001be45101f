import { firstOfMonth, lastOfMonth } from '#shared/calendar/plain-date.ts'
import type { BookMonth } from '#shared/contracts/console-engine/books.ts'
import {
  type Allocation,
  type BankLine,
  bankLineSchema,
  liveAllocation,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { QueryContext } from '../query-context.ts'

/** What was paid to a provider before a month and in it; what the bank gave back counts against the month it came in. Fen. */
interface PaidToProvider {
  readonly providerName: string
  readonly before: Fen
  readonly within: Fen
}

/** Money out that pays a request, or did until another line took it back. */
const PAYMENTS = `SELECT body FROM bank_line WHERE status = 'matched' AND effect < 0 AND matchedKinds LIKE '%payout%'
    AND marketplace = @marketplace AND bookedOn <= @last
  UNION ALL SELECT body FROM bank_line WHERE status = 'taken-back' AND effect < 0
    AND marketplace = @marketplace AND bookedOn <= @last`

/** What bank lines up to the end of a month paid to the providers of a marketplace, by their ids. */
export function paidToProviders(
  { statements }: QueryContext,
  { marketplace, month }: BookMonth,
): ReadonlyMap<string, PaidToProvider> {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
  const request = statements.prepare<{ providerId: string; name: string }>(
    'SELECT providerId, name FROM payout_request WHERE id = @id',
  )
  const booked = statements.prepare<{ bookedOn: string }>('SELECT bookedOn FROM bank_line WHERE id = @id')
  const paid = new Map<string, PaidToProvider>()
  const add = (requestId: string, on: string, amount: Fen) => {
    const of = request.get({ id: requestId })
    if (of === undefined || on > last) return
    const { before, within } = paid.get(of.providerId) ?? { before: 0, within: 0 }
    const moved = on < first ? { before: before + amount, within } : { before, within: within + amount }
    paid.set(of.providerId, { providerName: of.name, ...moved })
  }
  for (const { body } of statements.prepare<{ body: string }>(PAYMENTS).all({ marketplace, last })) {
    const line = bankLineSchema.parse(JSON.parse(body))
    const back = line.takenBackBy === null ? undefined : booked.get({ id: line.takenBackBy })
    for (const { target, amount } of paying(line)?.parts ?? []) {
      if (target.kind !== 'payout') continue
      add(target.requestId, line.bookedOn, amount)
      if (line.takenBackBy !== null) add(target.requestId, back?.bookedOn ?? line.bookedOn, -amount)
    }
  }
  return paid
}

/** The allocation that holds, or held until another line took this one back. */
function paying(line: BankLine): Allocation | null {
  const { takenBackBy, allocations } = line
  if (takenBackBy === null) return liveAllocation(line)
  return allocations.findLast(({ undone }) => undone?.takenBackBy === takenBackBy) ?? null
}
