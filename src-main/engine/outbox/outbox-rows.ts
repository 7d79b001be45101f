import { and, asc, desc, eq, inArray, ne, notInArray } from 'drizzle-orm'
import { changeStamp } from '../storage/change-stamp.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { confirmedDecision, type OutboxRow, outboxCommand } from '../storage/journal/schema.ts'

/** Confirmed decisions kept: some days of a busy person's. */
const CONFIRMED_KEPT = 1000
/** Longest JSON of what was said or seen that is kept of one: a person decides anew by the record, not by a whole statement. */
const CONFIRMED_LENGTH = 16 * 1024

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
  /** Takes decisions out whose effect has come back, and remembers them. */
  confirm(decisions: readonly OutboxRow[]): void
  /** Whether the platform has the confirmed ones still has to be asked. */
  doubtConfirmed(): void
  /** Ids of the first confirmed decisions in doubt. */
  inDoubt(limit: number): string[]
  /** Of ids in doubt: `lost` ones come back as returned with `lost-by-platform`, the others are confirmed as before. */
  resolveDoubt(ids: readonly string[], lost: readonly string[]): void
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
  const remove = (ids: readonly string[]): void => {
    rows
      .delete(outboxCommand)
      .where(inArray(outboxCommand.id, [...ids]))
      .run()
  }
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
    remove,
    confirm: sql.transaction((decisions: readonly OutboxRow[]) => {
      for (const decision of decisions) {
        const kept = {
          ...decision,
          arguments: unlessLong(decision.arguments),
          seen: unlessLong(decision.seen),
          beside: null,
        }
        rows.insert(confirmedDecision).values({ id: decision.id, decision: kept, inDoubt: 0 }).run()
      }
      const newest = rows
        .select({ sequence: confirmedDecision.sequence })
        .from(confirmedDecision)
        .orderBy(desc(confirmedDecision.sequence))
        .limit(CONFIRMED_KEPT)
      rows.delete(confirmedDecision).where(notInArray(confirmedDecision.sequence, newest)).run()
      remove(decisions.map(({ id }) => id))
    }),
    doubtConfirmed: () => {
      rows.update(confirmedDecision).set({ inDoubt: 1 }).run()
    },
    inDoubt: (limit) =>
      rows
        .select({ id: confirmedDecision.id })
        .from(confirmedDecision)
        .where(eq(confirmedDecision.inDoubt, 1))
        .orderBy(asc(confirmedDecision.sequence))
        .limit(limit)
        .all()
        .map(({ id }) => id),
    resolveDoubt: sql.transaction((ids: readonly string[], lost: readonly string[]) => {
      const gone = inArray(confirmedDecision.id, [...lost])
      for (const { decision } of rows.select().from(confirmedDecision).where(gone).all()) {
        const { sequence: _sequence, ...row } = decision
        const back = { state: 'returned', lastOutcome: null, acknowledgedVersion: null } as const
        rows
          .insert(outboxCommand)
          .values({ ...row, ...back, lastError: 'lost-by-platform' })
          .run()
      }
      rows.delete(confirmedDecision).where(gone).run()
      rows
        .update(confirmedDecision)
        .set({ inDoubt: 0 })
        .where(inArray(confirmedDecision.id, [...ids]))
        .run()
    }),
  }
}

/** A JSON text, or that of nothing. */
function unlessLong(json: string): string {
  return json.length <= CONFIRMED_LENGTH ? json : 'null'
}
