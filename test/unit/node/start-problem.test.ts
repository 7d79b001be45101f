import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '#node/instance-lock.ts'
import { makeFolder } from '#node/make-folder.ts'
import { startProblem } from '#node/start-problem.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'marketdesk-start-'))
const problemOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return startProblem(error)
  }
  return null
}

test('a folder is made with those above it, for its owner only', () => {
  const made = join(folder(), 'a', 'b')
  makeFolder(made)
  makeFolder(made)
  expect(statSync(made).mode & 0o777).toBe(0o700)
})

test('a file in the place of the data folder is named, with what to do', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(problemOf(() => lockFolder(file))).toContain(`${file} cannot be written (EEXIST)`)
  expect(problemOf(() => lockFolder(join(file, 'below')))).toContain('choose another folder with --data')
})

test.runIf(process.platform === 'linux')('a folder that the system never makes is named at once', () => {
  expect(problemOf(() => lockFolder('/proc/marketdesk/data'))).toContain('/proc/marketdesk cannot be written')
})

test('a folder of another running program is named', () => {
  const used = folder()
  const unlock = lockFolder(used)
  expect(problemOf(() => lockFolder(used))).toContain(`Another Marketdesk works with ${used}`)
  unlock()
})

test('a port that is taken is named', async () => {
  const first = createServer()
  await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve))
  const address = first.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const error = await new Promise((resolve) =>
    createServer().once('error', resolve).listen(port, '127.0.0.1'),
  )
  expect(startProblem(error)).toContain(`Port ${port} cannot be used (EADDRINUSE)`)
  first.close()
})

test('a fault of the program is no problem of the place', () => {
  expect(startProblem(new TypeError('x'))).toBeNull()
})
