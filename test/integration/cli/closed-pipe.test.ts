import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../../out/test/cli.js', import.meta.url))

it('a command whose reader has seen enough ends quietly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-pipe-'))
  const path = join(folder, 'long.csv')
  const rows = Array.from({ length: 20_000 }, (_, at) => `2026-11-02,${at + 1}.00,,甲公司,保证金 ${at}`)
  await writeFile(path, ['交易日期,收入,支出,对方户名,附言', ...rows].join('\n'))
  const child = spawn(process.execPath, [PROGRAM, 'statement', 'read', path, '--json'])
  child.stdout.once('data', () => child.stdout.destroy())
  const errors: Buffer[] = []
  child.stderr.on('data', (piece: Buffer) => errors.push(piece))
  const [code] = await once(child, 'close')
  expect(Buffer.concat(errors).toString()).toBe('')
  // Nothing proves these amounts.
  expect(code).toBe(1)
  await rm(folder, { recursive: true })
})
