import type { Marketplace } from '#shared/base/ids.ts'
import { bankLineSchema } from '#shared/contracts/console-platform/records/bank-line.ts'
import { lineToMatch } from '#shared/rules/bank-matching/line-to-match.ts'
import { isSettledByImport, itemKey } from '#shared/rules/bank-matching/open-item.ts'
import { itemBook } from '../queries/bank/item-book.ts'
import { presentLines } from '../queries/bank/line-tables.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { EngineClosed } from '../sync/pull.ts'
import { yieldToQueries } from '../time/yield-to-queries.ts'
import { paymentKey } from './statement-questions.ts'

/** Open lines that are looked at; where there are more, a person matches them first. */
const LINES_LIMIT = 5000
/** Lines read and matched between two questions of a page. */
const SLICE = 100

const OPEN = `${presentLines(
  'r.id AS id, r.body AS body',
  "r.marketplace = @marketplace AND r.status = 'open' AND r.effect = @amount AND r.id > @after",
)} ORDER BY id LIMIT ${SLICE}`

/** Deposits with a recharge that is not refused; what is on its way counts. */
const RECHARGED = ['recharge', 'overlay_recharge']
  .map(
    (table) =>
      `SELECT obligationId, number FROM ${table} WHERE marketplace = @marketplace AND status IN ('recorded', 'confirmed')`,
  )
  .join(' UNION ')

/**
 * Keys of the items that an open line on record would settle by itself: a new line that would, too, is for a person, for one of
 * them was paid by mistake. So is a deposit with a recharge, for the line may be that payment in the channel's file, and a line
 * with the number of a recharge, of whichever deposit. Null where there are too many to tell. @throws EngineClosed
 */
export async function contestedItems(
  context: QueryContext,
  marketplace: Marketplace,
): Promise<ReadonlySet<string> | null> {
  const { items, match } = itemBook(context, marketplace)
  const amounts = new Set(
    items.flatMap((item) => (isSettledByImport(item) && item.due > 0 ? [item.due] : [])),
  )
  const read = context.statements.prepare<{ id: string; body: string }>(OPEN)
  const recharged = context.statements
    .prepare<{ obligationId: string; number: string }>(RECHARGED)
    .all({ marketplace })
  const contested = new Set(
    recharged.flatMap(({ obligationId: id, number }) => [
      itemKey({ kind: 'deposit', id }),
      paymentKey(number),
    ]),
  )
  let seen = 0
  for (const amount of amounts) {
    let after: string | undefined = ''
    while (after !== undefined) {
      const slice: readonly { id: string; body: string }[] = read.all({ marketplace, amount, after })
      for (const { body } of slice) {
        const { decision, candidates } = match(lineToMatch(bankLineSchema.parse(JSON.parse(body)), true))
        const [only] = candidates
        if (decision === 'auto' && only !== undefined) contested.add(itemKey(only))
      }
      seen += slice.length
      if (seen > LINES_LIMIT) return null
      after = slice.length < SLICE ? undefined : slice.at(-1)?.id
      await yieldToQueries()
      if (!context.workspace.cache.sql.open) throw new EngineClosed()
    }
  }
  return contested
}
