import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Journal } from '../storage/journal/open-journal.ts'
import { type OutboxRow, outboxCommand } from '../storage/journal/schema.ts'

export type NewOutboxRow = Omit<OutboxRow, 'sequence'>

/** The outbox table: every write is one journal transaction, on disk when it returns. */
export interface OutboxRows {
  insert(row: NewOutboxRow): OutboxRow
  get(id: string): OutboxRow | null
  /** Everything but the returned ones, in the order of deciding. */
  waiting(): OutboxRow[]
  returned(): OutboxRow[]
  update(ids: readonly string[], change: Partial<NewOutboxRow>): void
  remove(ids: readonly string[]): void
}

export function outboxRows({ rows }: Journal): OutboxRows {
  const inOrder = asc(outboxCommand.sequence)
  // Asked with every window of a queue: built once.
  const waiting = rows
    .select()
    .from(outboxCommand)
    .where(ne(outboxCommand.state, 'returned'))
    .orderBy(inOrder)
    .prepare()
  return {
    insert: (row) => rows.insert(outboxCommand).values(row).returning().get(),
    get: (id) => rows.select().from(outboxCommand).where(eq(outboxCommand.id, id)).get() ?? null,
    waiting: () => waiting.all(),
    returned: () =>
      rows.select().from(outboxCommand).where(eq(outboxCommand.state, 'returned')).orderBy(inOrder).all(),
    update: (ids, change) => {
      rows
        .update(outboxCommand)
        .set(change)
        .where(inArray(outboxCommand.id, [...ids]))
        .run()
    },
    remove: (ids) => {
      rows
        .delete(outboxCommand)
        .where(and(inArray(outboxCommand.id, [...ids])))
        .run()
    },
  }
}
