import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const FOLDER = fileURLToPath(new URL('./', import.meta.url))
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** A hundredth: time says nothing then, but what a bench holds against its baseline has to be the same. */
const env = { ...process.env, BENCH_SCALE: '0.01' }

test.each(globSync('*.bench.ts', { cwd: FOLDER }).toSorted())(
  '%s works, and gives ratios that are numbers',
  async (file) => {
    const { stdout } = await run(process.execPath, ['--expose-gc', `${FOLDER}${basename(file)}`], {
      cwd: ROOT,
      env,
    })
    expect(stdout).toMatch(/ratio (?:p50 |CPU )?\d|no ratio: the command sqlite3 is not installed here/)
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/)
  },
)
