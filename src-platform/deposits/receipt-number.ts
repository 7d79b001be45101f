import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { StoreTransaction } from '../store/store.ts'

/** Room for a million receipts a year; the next ones would only be longer. */
const DIGITS = 6

/** The next receipt number of a marketplace and year, e.g. `SJ-KUBESPHERE-2026-000001`; without gaps. */
export async function nextReceiptNumber(
  transaction: Pick<StoreTransaction, 'nextNumber'>,
  marketplace: string,
  today: PlainDate,
): Promise<string> {
  const series = `SJ-${marketplace.toUpperCase()}-${today.slice(0, 4)}`
  const number = await transaction.nextNumber(series)
  return `${series}-${String(number).padStart(DIGITS, '0')}`
}
