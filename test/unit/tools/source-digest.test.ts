import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { sourceDigest } from '../../../tools/build/source-digest.ts'

let root: string
const digest = () => sourceDigest(root, ['src', 'lock.json'])

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'marketdesk-digest-'))
  await mkdir(join(root, 'src', 'deep'), { recursive: true })
  await writeFile(join(root, 'src', 'deep', 'a.ts'), 'one')
  await writeFile(join(root, 'src', 'b.ts'), 'two')
  await writeFile(join(root, 'lock.json'), '{}')
})

test('nothing changed: the same digest', () => {
  expect(digest()).toBe(digest())
})

test('a change of content, a new name or a new file changes it', async () => {
  const digests = new Set([digest()])
  await writeFile(join(root, 'src', 'deep', 'a.ts'), 'other')
  digests.add(digest())
  await rename(join(root, 'src', 'deep', 'a.ts'), join(root, 'src', 'deep', 'c.ts'))
  digests.add(digest())
  await writeFile(join(root, 'src', 'd.ts'), '')
  digests.add(digest())
  expect(digests.size).toBe(4)
})

test('files beside the named ones do not change it', async () => {
  const before = digest()
  await writeFile(join(root, 'README.md'), 'words')
  expect(digest()).toBe(before)
})
