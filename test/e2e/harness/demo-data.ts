import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlatformProgram } from './platform-program.ts'

/** Names the folder of `seedDemo` to the workers, which inherit the environment. */
const FOLDER = 'MARKETDESK_E2E_DEMO'

/** Lets a platform make its demo data, which depends on the day, for every stage of this run; answers how to remove it. */
export async function seedDemo(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-e2e-demo-'))
  const platform = await PlatformProgram.start(folder)
  await platform.stop()
  process.env[FOLDER] = folder
  return () => rm(folder, { recursive: true, force: true })
}

/** Gives the platform of a folder a copy of the demo data. */
export async function copyDemo(folder: string): Promise<void> {
  const demo = process.env[FOLDER]
  if (demo === undefined) throw new Error('The demo data of this run is missing.')
  await cp(demo, folder, { recursive: true })
}
