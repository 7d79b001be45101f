import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../platform.ts'
import { seedDemo } from './seed-demo.ts'
import { UNFINISHED_DEMO } from './unfinished-demo.ts'

/** Of the folder, not of the demo: its lock, and the port that consoles know it by. */
const KEPT = /^(?:in-use\.lock.*|port|demo-unfinished)$/

/**
 * Empties a folder whose demo was not made to its end, so that it is made anew. A demo is served only when it is whole:
 * nobody has worked with this one. To be called while the folder is locked, before its database is opened.
 */
export async function dropUnfinishedDemo(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, UNFINISHED_DEMO))) return
  for (const name of await readdir(dataDir)) {
    if (!KEPT.test(name)) await rm(join(dataDir, name), { recursive: true, force: true })
  }
  await rm(join(dataDir, UNFINISHED_DEMO))
}

/** Makes the demo where the platform of a folder is empty. */
export async function makeDemo(platform: Platform, dataDir: string): Promise<void> {
  if ((await platform.store.head()).position > 0) return
  await writeFile(join(dataDir, UNFINISHED_DEMO), '')
  await seedDemo(platform)
  await rm(join(dataDir, UNFINISHED_DEMO))
}
