import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepPort, portFor } from '../../../tools/start/kept-port.ts'

/** A port somebody has. */
async function taken(): Promise<{ port: number; free: () => Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

test('a platform that had to take another port has it again at the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'marketdesk-port-'))
  const preferred = await taken()
  const first = await portFor(folder, preferred.port)
  expect(first).not.toBe(preferred.port)
  keepPort(folder, first)
  await preferred.free()
  expect(await portFor(folder, preferred.port)).toBe(first)
})

test('a note that is no port is passed over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'marketdesk-port-'))
  const preferred = await taken()
  await preferred.free()
  writeFileSync(join(folder, 'port'), 'nonsense')
  expect(await portFor(folder, preferred.port)).toBe(preferred.port)
})
