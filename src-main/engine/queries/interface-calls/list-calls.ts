import type { z } from 'zod'
import type {
  CALL_SORT_COLUMNS,
  CallFilter,
  CallRow,
  callPageSchema,
} from '#shared/contracts/console-engine/interface-calls.ts'
import {
  CALL_OUTCOMES,
  type InterfaceCall,
  interfaceCallSchema,
} from '#shared/contracts/console-platform/records/interface-call.ts'
import { rowFilter } from '../boards/row-filter.ts'
import { packAt } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type CallSort = (typeof CALL_SORT_COLUMNS)[number]

const CALLS: WindowSource<CallSort> = {
  tables: { confirmed: 'interface_call', overlay: null, totals: null },
  keys: { at: 'at' },
  sortedRows: 20_000,
}

/** One window of the calls. @throws BadInput on a cursor that is none. */
export function listCalls(
  context: QueryContext,
  question: WindowQuestion<CallSort> & { readonly filter: CallFilter },
): z.infer<typeof callPageSchema> {
  const { marketplaces, from, to, outcomes, ...equal } = question.filter
  const filter = rowFilter({
    states: outcomes.length === 0 ? CALL_OUTCOMES : [...new Set(outcomes)],
    ...{ marketplaces, equal, days: { at: { from, to } }, named: [], text: '' },
  })
  const window = readWindow<{ id: string; body: string }, CallSort>(
    context,
    CALLS,
    filter,
    question,
    'r.body AS body',
    '',
  )
  return { ...window, rows: window.rows.map(({ body }) => toCallRow(context, body)) }
}

/** A call with what the pack of its day calls its scene. */
export function toCallRow(context: QueryContext, body: string): CallRow {
  const call = interfaceCallSchema.parse(JSON.parse(body))
  return { ...call, sceneName: sceneName(context, call) }
}

function sceneName(context: QueryContext, { marketplace, at, scene }: InterfaceCall): CallRow['sceneName'] {
  const found = packAt(context, marketplace, at)?.interfaces?.scenes.find(({ id }) => id === scene)
  return found?.name ?? { zh: scene, en: scene }
}
