import type { z } from 'zod'
import type {
  applicationListInput,
  applicationPageSchema,
} from '#shared/contracts/console-engine/applications.ts'
import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import type { QueryContext } from '../query-context.ts'
import { APPLICATION_QUEUE } from '../queue/queue.ts'
import { queueClocks } from '../queue/queue-clocks.ts'
import { countQueueStates } from '../queue/queue-counts.ts'
import { queueFilter } from '../queue/queue-filter.ts'
import { readWindow } from '../window/read-window.ts'
import {
  APPLICATION_COLUMNS,
  APPLICATION_JOINS,
  type StoredApplicationRow,
  toApplicationRows,
} from './application-rows.ts'

/** One window of the application queue. @throws BadInput on a cursor that is none. */
export function listApplications(
  context: QueryContext,
  question: z.infer<typeof applicationListInput>,
): z.infer<typeof applicationPageSchema> {
  const filter = queueFilter(context, APPLICATION_QUEUE, queueClocks(context), question.filter)
  const window = readWindow<StoredApplicationRow, keyof typeof APPLICATION_QUEUE.keys>(
    context,
    APPLICATION_QUEUE,
    filter,
    question,
    APPLICATION_COLUMNS,
    APPLICATION_JOINS,
  )
  return { ...window, rows: toApplicationRows(context, window.rows) }
}

export function countApplications(context: QueryContext): QueueCounts {
  return countQueueStates(context, APPLICATION_QUEUE, queueClocks(context))
}
