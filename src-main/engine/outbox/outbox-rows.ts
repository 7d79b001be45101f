import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { changeStamp } from '../storage/change-stamp.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { type OutboxRow, outboxCommand } from '../storage/journal/schema.ts'

export type NewOutboxRow = Omit<OutboxRow, 'sequence'>

/** The outbox table: every write is one journal transaction, on disk when it returns. */
export interface OutboxRows {
  /** `replaces`: a returned row that goes in the same transaction. */
  insert(row: NewOutboxRow, replaces: string | null): OutboxRow
  get(id: string): OutboxRow | null
  /** Everything but the returned ones, in the order of deciding. */
  waiting(): readonly OutboxRow[]
  returned(): OutboxRow[]
  update(ids: readonly string[], change: Partial<NewOutboxRow>): void
  remove(ids: readonly string[]): void
}

export function outboxRows({ rows, sql }: Journal): OutboxRows {
  const inOrder = asc(outboxCommand.sequence)
  // Asked with every window of a queue: built once, and read anew only after a write.
  const waiting = rows
    .select()
    .from(outboxCommand)
    .where(ne(outboxCommand.state, 'returned'))
    .orderBy(inOrder)
    .prepare()
  const stamp = changeStamp(sql)
  let known: readonly OutboxRow[] = []
  let knownAt = ''
  return {
    insert: sql.transaction((row: NewOutboxRow, replaces: string | null) => {
      if (replaces !== null) {
        const { id, state } = outboxCommand
        const isReplaced = and(
          eq(id, replaces),
          eq(state, 'returned'),
          eq(outboxCommand.recordId, row.recordId),
        )
        rows.delete(outboxCommand).where(isReplaced).run()
      }
      return rows.insert(outboxCommand).values(row).returning().get()
    }),
    get: (id) => rows.select().from(outboxCommand).where(eq(outboxCommand.id, id)).get() ?? null,
    waiting: () => {
      const now = stamp()
      if (now !== knownAt) known = waiting.all()
      knownAt = now
      return known
    },
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
        .where(inArray(outboxCommand.id, [...ids]))
        .run()
    },
  }
}
