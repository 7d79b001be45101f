import { expect, test, vi } from 'vitest'
import type { CliIo } from '#main/cli/cli-io.ts'
import { reportSchema } from '#main/cli/report.ts'
import { runCli } from '#main/cli/run-cli.ts'
import { extensionFixture } from '../rules/listing/listing-desk.ts'

// Hostile input is slow by nature, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

async function run(...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  let exitCode = 0
  const io: CliIo = {
    resources: new URL('../../../resources/', import.meta.url),
    columns: 120,
    readInput: () => Promise.resolve(''),
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
    setExitCode: (code) => {
      exitCode = Math.max(exitCode, code)
    },
  }
  await runCli(args, io)
  return { out: out.join('\n'), errors: errors.join('\n'), exitCode }
}

const devops = extensionFixture('devops-1.1.3')

test('package check prints a table of findings and ends with 1', async () => {
  const { out, exitCode } = await run('package', 'check', devops)
  expect(exitCode).toBe(1)
  expect(out).toContain('listing.screenshots.minimum')
  expect(out).toContain('截图不足：需要至少 3 张，现有 0 张')
})

test('package check --json prints the documented shape', async () => {
  const { out, exitCode } = await run('package', 'check', devops, '--json', '--on', '2024-03-01')
  const report = reportSchema.parse(JSON.parse(out))
  expect(exitCode).toBe(1)
  expect(report.counts).toEqual({ pass: 0, fail: 3, unknown: 0 })
  expect(report.findings.at(-1)).toEqual({
    ruleId: 'listing.screenshots.minimum',
    verdict: 'fail',
    severity: 'must',
    quote: expect.stringContaining('3'),
    summary: null,
    place: 'static/screenshots/',
    message: { zh: expect.any(String), en: 'Too few screenshots: at least 3 are needed, 0 found' },
    remedy: { zh: expect.any(String), en: expect.any(String) },
  })
})

test('package check --live judges an update', async () => {
  const { out } = await run('package', 'check', devops, '--live', devops, '--json')
  expect(out).toContain('listing.update.version-not-greater')
})

test('files that are not there and folders are bad input, the live package too', async () => {
  const folder = import.meta.dirname
  const here = import.meta.filename
  const bad: readonly (readonly [string[], string])[] = [
    [['nowhere.tgz'], 'nowhere.tgz cannot be read: there is no such file'],
    [[folder], 'it is a folder, a file is needed'],
    [[here, '--live', 'nowhere.tgz'], 'nowhere.tgz cannot be read'],
    [[here, '--marketplace', 'nowhere'], 'there is no marketplace nowhere; known: aliyun, huawei'],
  ]
  for (const [args, message] of bad) {
    const { errors, exitCode } = await run('package', 'check', ...args)
    expect({ exitCode, errors }).toEqual({ exitCode: 2, errors: expect.stringContaining(message) })
  }
})

test('a file that is no package is a finding, not bad input', async () => {
  const { out, exitCode } = await run('package', 'check', import.meta.filename, '--json')
  expect(exitCode).toBe(1)
  expect(out).toContain('package.not-gzip')
})

test.each([
  ['a missing file', ['check', '/nowhere.tgz']],
  ['a missing live file', ['check', devops, '--live', '/nowhere.tgz']],
  ['a live file that is no package', ['check', devops, '--live', import.meta.filename]],
  ['a marketplace without package rules', ['check', devops, '--marketplace', 'aliyun']],
  ['an unknown marketplace', ['check', devops, '--marketplace', 'nowhere']],
  ['a day before the first pack', ['check', devops, '--on', '1999-01-01']],
  ['a day that is none', ['check', devops, '--on', 'soon']],
  ['no file', ['check']],
])('%s is bad input: exit code 2', async (_what, args) => {
  const { errors, exitCode } = await run('package', ...args)
  expect(exitCode).toBe(2)
  expect(errors).not.toBe('')
})

test('help is there and is no error', async () => {
  const { out, exitCode } = await run('package', 'check', '--help')
  expect(exitCode).toBe(0)
  expect(out).toContain('Exit codes')
})
