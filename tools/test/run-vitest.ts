import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode } from '../processes.ts'
import { type Tally, tallyReport, type VitestReport } from './tally.ts'

/** Runs projects of vitest.config.ts and counts from the JSON report, never from what is printed. */
export async function runVitest(name: string, projects: readonly string[]): Promise<Tally> {
  const report = join(ROOT, 'test-results', `${name}.json`)
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  const code = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--passWithNoTests',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return tallyReport(readReport(report), code)
}

function readReport(path: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
