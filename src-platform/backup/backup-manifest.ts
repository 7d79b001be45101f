import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hashOfFile } from '#node/file-store/file-store.ts'
import { fileHashSchema, instantSchema } from '#shared/base/ids.ts'

/** The database of a platform, in its folder and in a backup of it. */
export const DATABASE = 'platform.sqlite'
/** The folder of its files, two levels by the beginnings of their hashes. */
export const FILES = 'files'
const MANIFEST = 'backup.json'

/** What a backup says of itself, written last: without it there is none. */
export const backupManifestSchema = z.object({
  format: z.literal(1),
  madeAt: instantSchema,
  /** Where the feed stood. */
  epoch: z.string(),
  position: z.int().nonnegative(),
  databaseHash: fileHashSchema,
  files: z.int().nonnegative(),
})
export type BackupManifest = Readonly<z.infer<typeof backupManifestSchema>>

/** A folder that is no whole backup. */
export class BackupDamagedError extends Error {
  override readonly name = 'BackupDamagedError'
}

export const manifestAt = (backup: string) => join(backup, MANIFEST)

/** Reads what a backup says and proves that all of it is there: the database and each file by their hashes. @throws BackupDamagedError */
export async function provenManifest(backup: string): Promise<BackupManifest> {
  const manifest = await readManifest(backup)
  if ((await hashOfFile(join(backup, DATABASE))) !== manifest.databaseHash) {
    throw new BackupDamagedError(`${join(backup, DATABASE)} is not what was backed up.`)
  }
  const files = await filesBelow(join(backup, FILES))
  if (files.length !== manifest.files) {
    throw new BackupDamagedError(`The backup had ${manifest.files} files, ${files.length} are there.`)
  }
  for (const { hash, path } of files) {
    if ((await hashOfFile(path)) !== hash) throw new BackupDamagedError(`${path} is not what was backed up.`)
  }
  return manifest
}

async function readManifest(backup: string): Promise<BackupManifest> {
  const path = manifestAt(backup)
  try {
    return backupManifestSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new BackupDamagedError(`${path} cannot be read: this is no whole backup of a platform.`, {
      cause: error,
    })
  }
}

/** Files by their hashes; what is only being written is none. */
export async function filesBelow(
  folder: string,
): Promise<{ readonly hash: string; readonly path: string }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneIfMissing)
  return found
    .filter((entry) => entry.isFile() && fileHashSchema.safeParse(entry.name).success)
    .map(({ name, parentPath }) => ({ hash: name, path: join(parentPath, name) }))
}

function noneIfMissing(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}
