import type { z } from 'zod'
import type {
  VIOLATION_SORT_COLUMNS,
  ViolationFilter,
  violationPageSchema,
} from '#shared/contracts/console-engine/violations.ts'
import {
  VIOLATION_STATUSES,
  type Violation,
  violationSchema,
} from '#shared/contracts/console-platform/records/violation.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { toViolationRows } from './violation-rows.ts'

type ViolationSort = (typeof VIOLATION_SORT_COLUMNS)[number]

export const VIOLATIONS: WindowSource<ViolationSort> = {
  tables: { confirmed: 'violation', overlay: 'overlay_violation', totals: null },
  keys: { occurredOn: 'occurredOn', name: NAME_KEY, deduction: 'deduction' },
  sortedRows: 20_000,
}

export type ViolationQuestion = WindowQuestion<ViolationSort> & { readonly filter: ViolationFilter }

/** One window of the violations. @throws BadInput on a cursor that is none. */
export function listViolations(
  context: QueryContext,
  question: ViolationQuestion,
): z.infer<typeof violationPageSchema> {
  const window = wholeViolations(context, question)
  return { ...window, rows: toViolationRows(context, window.rows) }
}

/** The same with all that is on record of each. */
export function wholeViolations(context: QueryContext, question: ViolationQuestion): Window<Violation> {
  const filter = registerFilter(question.filter, VIOLATION_STATUSES)
  const window = readWindow<{ id: string; body: string }, ViolationSort>(
    context,
    VIOLATIONS,
    filter,
    question,
    'r.body AS body',
    '',
  )
  return { ...window, rows: window.rows.map(({ body }) => violationSchema.parse(JSON.parse(body))) }
}
