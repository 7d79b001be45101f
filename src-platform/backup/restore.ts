import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { lockFolder } from '#node/instance-lock.ts'
import { UNFINISHED_DEMO } from '../demo/unfinished-demo.ts'
import { type BackupManifest, DATABASE, FILES, provenManifest } from './backup-manifest.ts'

/** What is put back, until all of it is in its place: a platform does not start beside it. */
const RESTORING = 'restoring'
/** The database with what its log holds, and the files. */
const DATA = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, FILES]

/** A restore was begun and not ended. */
export class RestoreUnfinishedError extends Error {
  override readonly name = 'RestoreUnfinishedError'
}

export interface Restored {
  readonly manifest: BackupManifest
  /** Where what was there before lies now; null where there was nothing. */
  readonly setAside: string | null
}

/**
 * Puts a proven backup in the place of a platform's data, which is set aside and not dropped. The history gets a new name:
 * every console fetches anew, and everybody signs in again, for who was signed out since must not be back. Stopped
 * anywhere, it can be called again.
 * @param newEpoch names the history from here on @param stamp names the folder of what is set aside
 * @throws BackupDamagedError; FolderInUse while a platform works there
 */
export async function restore(
  backup: string,
  dataDir: string,
  { newEpoch, stamp }: { readonly newEpoch: string; readonly stamp: string },
): Promise<Restored> {
  const manifest = await provenManifest(backup)
  const release = lockFolder(dataDir)
  try {
    const coming = join(dataDir, RESTORING)
    await rm(coming, { recursive: true, force: true })
    await mkdir(coming, { mode: 0o700 })
    await cp(join(backup, DATABASE), join(coming, DATABASE))
    if (manifest.files > 0) await cp(join(backup, FILES), join(coming, FILES), { recursive: true })
    beginHistory(join(coming, DATABASE), newEpoch)
    foldLog(join(dataDir, DATABASE))
    const setAside = await moveAll(dataDir, join(dataDir, `before-restore-${stamp}`))
    await moveAll(coming, dataDir)
    // What lies here now is no demo that was broken off.
    await rm(join(dataDir, UNFINISHED_DEMO), { force: true })
    await rm(coming, { recursive: true })
    return { manifest, setAside }
  } finally {
    release()
  }
}

/** @throws RestoreUnfinishedError where a restore into this folder did not come to its end */
export async function refuseUnfinishedRestore(dataDir: string): Promise<void> {
  const isThere = await stat(join(dataDir, RESTORING)).then(
    () => true,
    () => false,
  )
  if (!isThere) return
  throw new RestoreUnfinishedError(
    `${dataDir} 的恢复没有完成；请再次运行 marketdesk platform restore。\n` +
      `A restore into ${dataDir} was not finished: run marketdesk platform restore again.`,
  )
}

function beginHistory(path: string, epoch: string): void {
  const database = new Database(path)
  try {
    database.prepare('UPDATE feed SET epoch = ?').run(epoch)
    database.exec('DELETE FROM tokens')
  } finally {
    database.close()
  }
}

/** Writes its log into a database, so that one file holds all of it. A damaged one, which a restore may be for, stays as it is. */
function foldLog(path: string): void {
  try {
    const database = new Database(path, { fileMustExist: true })
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError) && !(error instanceof TypeError)) throw error
  }
}

/** Moves the data there is from one folder to another; null where there is none. */
async function moveAll(from: string, to: string): Promise<string | null> {
  let moved = false
  for (const name of DATA) {
    const path = join(from, name)
    if (!(await stat(path).catch(() => null))) continue
    await mkdir(to, { recursive: true, mode: 0o700 })
    await rename(path, join(to, name))
    moved = true
  }
  return moved ? to : null
}
