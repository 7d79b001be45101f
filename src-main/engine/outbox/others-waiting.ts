import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OthersWaiting } from '#shared/contracts/console-engine/sync.ts'
import { openJournal } from '../storage/journal/open-journal.ts'
import { StorageError } from '../storage/storage-error.ts'
import { outboxRows } from './outbox-rows.ts'

/** Folders of accounts that are looked into: more people do not share a computer. */
const FOLDERS_LIMIT = 50

/**
 * Whose decisions lie on this computer besides those of who is signed in: they leave only when that person signs in here
 * again. Only names and numbers are told.
 */
export async function othersWaiting(
  accounts: string,
  own: string,
  key: Uint8Array,
): Promise<OthersWaiting[]> {
  const folders = (await readdir(accounts)).map((name) => join(accounts, name))
  const others = folders.filter((folder) => folder !== own && existsSync(join(folder, 'journal.db')))
  return others.slice(0, FOLDERS_LIMIT).flatMap((folder) => waitingIn(join(folder, 'journal.db'), key) ?? [])
}

/** Null where nothing lies there, or it cannot be read: that is told to whom it belongs. */
function waitingIn(path: string, key: Uint8Array): OthersWaiting | null {
  try {
    const journal = openJournal(path, key)
    try {
      const rows = outboxRows(journal)
      const waiting = rows.waiting().filter(({ state }) => state !== 'acknowledged')
      const returned = rows.returned()
      const name = [...waiting, ...returned][0]?.actorName
      return name === undefined ? null : { name, waiting: waiting.length, returned: returned.length }
    } finally {
      journal.close()
    }
  } catch (error) {
    if (error instanceof StorageError) return null
    throw error
  }
}
