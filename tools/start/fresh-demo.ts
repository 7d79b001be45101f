import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '../../src-node/instance-lock.ts'

/**
 * Sets aside what a data folder has of the demo and of the desk's copies of it, so that the next start begins anew.
 * Nothing is deleted: decisions that never left may lie there.
 * @param now names the folder it goes to, UTC
 * @returns that folder; null where there was nothing
 * @throws FolderInUse while a program works with it
 */
export function setDemoAside(data: string, now: Date): string | null {
  const there = ['platform', 'console'].filter((name) => existsSync(join(data, name)))
  if (there.length === 0) return null
  for (const release of there.map((name) => lockFolder(join(data, name)))) release()
  const aside = join(data, `before-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}`)
  mkdirSync(aside)
  for (const name of there) renameSync(join(data, name), join(aside, name))
  return aside
}
