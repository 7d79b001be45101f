import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderInUse, lockFolder } from '#node/instance-lock.ts'

test('a folder has one program at a time, and is free when it was given back', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'marketdesk-lock-')), 'made')
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(FolderInUse)
  unlock()
  lockFolder(folder)()
})
