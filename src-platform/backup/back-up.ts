import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { hashOfFile } from '#node/file-store/file-store.ts'
import { makeFolder } from '#node/make-folder.ts'
import {
  type BackupManifest,
  backupManifestSchema,
  DATABASE,
  FILES,
  filesBelow,
  manifestAt,
} from './backup-manifest.ts'
import { refuseUnfinishedRestore } from './restore.ts'

/** The backup cannot be made there, or there is nothing to back up. */
export class BackupRefusedError extends Error {
  override readonly name = 'BackupRefusedError'
}

/**
 * Copies the data of a platform into a new folder, while it runs or not. The database is as one commit left it; files are
 * copied after it, so that each it names is among them. Under another name until it is whole.
 * @param madeAt instant in UTC
 * @throws BackupRefusedError; RestoreUnfinishedError where what is there is not whole
 */
export async function backUp(dataDir: string, target: string, madeAt: string): Promise<BackupManifest> {
  const database = join(dataDir, DATABASE)
  if (!(await exists(database))) {
    throw new BackupRefusedError(`${dataDir} 中没有平台数据。\nThere is no platform in ${dataDir}.`)
  }
  if (await exists(target)) {
    throw new BackupRefusedError(
      `${target} 已存在；备份只写入新文件夹。\n${target} is there already: a backup goes into a new folder.`,
    )
  }
  await refuseUnfinishedRestore(dataDir)
  makeFolder(dirname(target))
  const partial = join(dirname(target), `.${basename(target)}.partial`)
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  try {
    const manifest = await copyInto(dataDir, partial, madeAt)
    await writeFile(manifestAt(partial), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
    await rename(partial, target)
    return manifest
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

async function copyInto(dataDir: string, folder: string, madeAt: string): Promise<BackupManifest> {
  const copy = join(folder, DATABASE)
  const source = new Database(join(dataDir, DATABASE), { readonly: true, fileMustExist: true })
  try {
    source.prepare('VACUUM INTO ?').run(copy)
  } finally {
    source.close()
  }
  const files = await filesBelow(join(dataDir, FILES))
  for (const { hash, path } of files) {
    const beside = join(folder, FILES, hash.slice(0, 2))
    await mkdir(beside, { recursive: true })
    await copyFile(path, join(beside, hash))
  }
  const databaseHash = await hashOfFile(copy)
  return { format: 1, madeAt, ...headOf(copy), databaseHash, files: files.length }
}

function headOf(path: string): Pick<BackupManifest, 'epoch' | 'position'> {
  const database = new Database(path, { readonly: true })
  try {
    const head = database.prepare('SELECT epoch, position FROM feed').get()
    return backupManifestSchema.pick({ epoch: true, position: true }).parse(head)
  } finally {
    database.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
