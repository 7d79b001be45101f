import { SETTLEMENT_HEADINGS } from '#shared/words/settlement.ts'
import { BOOK_HEADINGS, BOOK_MEANS } from '#shared/words/settlement-book.ts'
import type { BookColumn } from '../book/book.ts'

const HEADINGS = { ...SETTLEMENT_HEADINGS, ...BOOK_HEADINGS }
type Heading = keyof typeof HEADINGS

/** A column by its heading and what it means. */
export function column(
  heading: Heading,
  means: keyof typeof BOOK_MEANS,
  kind: BookColumn['kind'],
  width?: number,
): BookColumn {
  return {
    header: HEADINGS[heading],
    means: BOOK_MEANS[means],
    kind,
    ...(width === undefined ? {} : { width }),
  }
}

/** One whose sum stands below. */
export function summed(
  heading: Heading,
  means: keyof typeof BOOK_MEANS,
  kind: 'money' | 'count' = 'money',
): BookColumn {
  return { ...column(heading, means, kind), total: true }
}

/** What every sheet of movements begins with. */
export const OF_STATEMENT: readonly BookColumn[] = [
  column('month', 'month', 'text', 10),
  column('marketplace', 'marketplace', 'text', 22),
  column('name', 'name', 'text', 34),
  column('providerId', 'providerId', 'text', 16),
  column('status', 'status', 'text', 10),
]
