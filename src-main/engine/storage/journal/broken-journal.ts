import Database from 'better-sqlite3'
import type { BrokenJournal } from '#shared/contracts/console-engine/desk.ts'
import { commandTypeSchema } from '#shared/contracts/console-platform/commands.ts'
import { recordKindSchema } from '#shared/contracts/console-platform/feed.ts'
import { isDamage, unlock } from '../encrypted-file.ts'
import type { OutboxRow } from './schema.ts'

const COLUMNS = 'id, type, recordKind, recordTitle, arguments, actorName, createdAt, state'
type Row = Pick<
  OutboxRow,
  'id' | 'type' | 'recordKind' | 'recordTitle' | 'arguments' | 'actorName' | 'createdAt' | 'state'
>

/** What of a damaged journal can still be read: each decision by itself, so that a broken one hides no other. Changes nothing. */
export function readBrokenJournal(path: string, key: Uint8Array): BrokenJournal {
  const decisions: BrokenJournal['decisions'][number][] = []
  const database = new Database(path, { readonly: true })
  try {
    unlock(database, key)
    const last = database
      .prepare("SELECT seq FROM sqlite_sequence WHERE name = 'outbox_command'")
      .pluck()
      .get()
    const one = database.prepare(`SELECT ${COLUMNS} FROM outbox_command WHERE sequence = ?`)
    for (let sequence = 1; sequence <= Number(last ?? 0); sequence += 1) {
      const row = readable(() => one.get(sequence))
      // The table is made by the schema.
      if (row !== undefined) decisions.push(shown(row as Row))
    }
  } catch (error) {
    if (!isDamage(error)) throw error
  } finally {
    database.close()
  }
  return { path, decisions }
}

function shown({ arguments: given, type, recordKind, ...row }: Row): BrokenJournal['decisions'][number] {
  return {
    ...row,
    type: commandTypeSchema.parse(type),
    recordKind: recordKindSchema.parse(recordKind),
    arguments: JSON.parse(given),
  }
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isDamage(error)) return undefined
    throw error
  }
}
