import {
  EXACT_LIMIT,
  type ExactMatches,
  type LineFilter,
} from '#shared/contracts/console-engine/bank-lines.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { booksOf } from './item-book.ts'
import { judgeLine, refreshConfidences } from './line-confidence.ts'
import { shownParts } from './line-rows.ts'
import { listLines } from './list-lines.ts'

/** The certain ones among the open lines of a filter, oldest first; none where too many are open to judge. */
export function exactMatches(context: QueryContext, filter: LineFilter): ExactMatches {
  if (!refreshConfidences(context)) return { matches: [], total: 0 }
  const { rows, total } = listLines(context, {
    filter: { ...filter, statuses: ['open'], confidences: ['exact'] },
    sort: { column: 'chronology', descending: false },
    after: null,
    limit: EXACT_LIMIT,
  })
  const bookOf = booksOf(context)
  const matches = rows.flatMap((line) => {
    const stored = readPresent(context, 'bankLine', line.id)
    const [part] =
      stored === null ? [] : shownParts(context, judgeLine(context, stored, bookOf).proposal ?? [])
    return part === undefined ? [] : [{ line, part }]
  })
  return { matches, total }
}
