import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import { lockFolder } from '#node/instance-lock.ts'
import { packageRoot } from '#node/package-root.ts'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import type { Engine } from './engine.ts'
import { type EngineOptions, startEngine } from './start-engine.ts'

/** What a host decides; the rest is the same for all of them. */
export type LocalEngineOptions = Pick<
  EngineOptions,
  'platformUrl' | 'dataFolder' | 'keys' | 'secrets' | 'undoMs'
>

const packageSchema = z.object({ version: z.string() })

/**
 * Starts the engine on this computer's clock, with the packs and holidays that come with the program, as the only
 * one that works with the data folder.
 * @throws FolderInUse, ResourceError, StorageError; the message says what to do
 */
export async function startLocalEngine(options: LocalEngineOptions): Promise<Engine> {
  const unlock = lockFolder(options.dataFolder)
  try {
    const root = packageRoot(import.meta.url)
    const [packs, tables, manifest] = await Promise.all([
      loadPacks(new URL('resources/policy-packs/', root)),
      loadHolidays(new URL('resources/holidays/', root)),
      readFile(new URL('package.json', root), 'utf8'),
    ])
    const engine = await startEngine({
      ...options,
      version: packageSchema.parse(JSON.parse(manifest)).version,
      device: hostname(),
      policies: { packs, tables },
      report: (error) => console.error(error),
    })
    return { ...engine, close: () => engine.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}
