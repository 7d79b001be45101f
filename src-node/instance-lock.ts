import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from './make-folder.ts'

/** Held for as long as the program runs: a lock that is collected as garbage would be given back. */
const held = new Set<Database.Database>()

/** Another program works with this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Makes this program the only one that works with a folder, until the answer is called or the program ends, however
 * it ends: the operating system gives the lock back, so that none is left over after a crash.
 * @throws FolderInUse, and what the system says where the folder cannot be made or written
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder)
  accessSync(folder, constants.W_OK | constants.X_OK)
  const lock = new Database(join(folder, 'in-use.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new FolderInUse(
      `${folder} 正由另一个 Marketdesk 使用；请先将其关闭，或用 --data 指定其他文件夹。\n` +
        `Another Marketdesk works with ${folder}: close it first, or choose another folder with --data.`,
    )
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}
