import type { CallCase, CallRow } from '#shared/contracts/console-engine/interface-calls.ts'
import { cite } from '#shared/rules/cite.ts'
import { marketplaceName, packAt } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { toCallRow } from './list-calls.ts'

/** Most other calls of an order: the newest. */
const MAX_OTHERS = 50

/** One call of a production interface, with the others of its order. @throws RecordMissing */
export function readCallCase(context: QueryContext, id: string): CallCase {
  const found = readPresent(context, 'interfaceCall', id)
  if (found === null) throw new RecordMissing('interfaceCall', id)
  const call = toCallRow(context, JSON.stringify(found))
  const pack = packAt(context, call.marketplace, call.at)
  const section = pack?.interfaces ?? null
  const scene = section?.scenes.find((each) => each.id === call.scene)
  const retry = scene?.retry ?? null
  return {
    call,
    marketplaceName: marketplaceName(context, call.marketplace),
    resultName: section?.results.codes.find(({ code }) => code === call.resultCode)?.name ?? null,
    retry:
      pack === null || retry === null || call.outcome !== 'failed'
        ? null
        : {
            ...{ hours: retry.hours, everyMinutes: retry.everyMinutes },
            citation: cite(pack, `interfaces.${call.scene}.retry`, retry),
            contradiction:
              retry.contradiction === null
                ? null
                : cite(pack, `interfaces.${call.scene}.retry.contradiction`, retry.contradiction),
          },
    others: call.orderId === null ? [] : othersOf(context, call),
    order: call.orderId === null ? null : orderOf(context, call),
  }
}

function othersOf(context: QueryContext, { id, marketplace, orderId }: CallRow): CallRow[] {
  const sql = `SELECT body FROM interface_call WHERE orderId = @orderId AND marketplace = @marketplace AND id <> @id
    ORDER BY at DESC LIMIT ${MAX_OTHERS}`
  return context.statements
    .prepare<{ body: string }>(sql)
    .all({ id, marketplace, orderId })
    .map(({ body }) => toCallRow(context, body))
}

function orderOf(context: QueryContext, { marketplace, orderId }: CallRow): CallCase['order'] {
  const sql =
    'SELECT id, number FROM market_order WHERE number = @orderId AND marketplace = @marketplace LIMIT 1'
  return context.statements.prepare<{ id: string; number: string }>(sql).get({ marketplace, orderId }) ?? null
}
