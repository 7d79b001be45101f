import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import type { ResourceProblem } from '#node/resources/resource-error.ts'
import { ResourceError } from '#node/resources/resource-error.ts'

const resources = new URL('../../../resources/', import.meta.url)
const good = await readFile(new URL('policy-packs/ksyun/2023-01-01.yaml', resources), 'utf8')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resources-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(file: string, text: string) {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}

async function problemsOf(loading: Promise<unknown>): Promise<readonly ResourceProblem[]> {
  const error: unknown = await loading.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof ResourceError) return error.problems
  throw new Error(`expected a ResourceError, got ${String(error)}`)
}

describe('loading policy packs', () => {
  it('a good pack is loaded from a path', async () => {
    await put('ksyun/2023-01-01.yaml', good)
    expect((await loadPacks(folder)).map((pack) => pack.version)).toEqual(['1.5'])
  })

  it('a wrong value is reported with file, place and line', async () => {
    await put('ksyun/2023-01-01.yaml', good.replace('atLeast: 15', 'atLeast: many'))
    const line = good.split('\n').findIndex((each) => each.includes('atLeast: 15')) + 1
    const [problem, ...others] = await problemsOf(loadPacks(folder))
    expect(others).toEqual([])
    expect(problem?.file).toBe('ksyun/2023-01-01.yaml')
    expect(problem?.place).toMatch(
      new RegExp(`^admission\\.conditions\\.5\\.cases\\.0\\.check\\.atLeast \\(line ${line}\\)$`),
    )
  })

  it('a quote left out is reported', async () => {
    await put('ksyun/2023-01-01.yaml', good.replace('          quote: 营业执照需要满 1年\n', ''))
    const [problem] = await problemsOf(loadPacks(folder))
    expect(problem?.place).toContain('admission.conditions.4.cases.0')
    expect(problem?.message).toContain('neither quote nor summary')
  })

  it('text that is no YAML is reported with its line', async () => {
    await put('ksyun/2023-01-01.yaml', 'marketplace: [')
    expect((await problemsOf(loadPacks(folder)))[0]?.place).toBe('line 1')
  })

  it('an alias bomb is refused', async () => {
    await put('ksyun/2023-01-01.yaml', 'a: &a [1, 1]\nb: [*a, *a]\n')
    expect(await problemsOf(loadPacks(folder))).toHaveLength(1)
  })

  it('a file named otherwise than its contents is refused', async () => {
    await put('ksyun/2022-01-01.yaml', good)
    expect((await problemsOf(loadPacks(folder)))[0]?.message).toContain('ksyun/2023-01-01.yaml')
  })

  it('two packs of a marketplace may not overlap', async () => {
    const later = good.replace('effectiveFrom: 2023-01-01', 'effectiveFrom: 2025-01-01')
    await put('ksyun/2025-01-01.yaml', later)
    await put('ksyun/2023-01-01.yaml', good.replace('effectiveTo: null', 'effectiveTo: 2025-01-01'))
    expect((await problemsOf(loadPacks(folder)))[0]?.place).toBe('effectiveTo')
    await put('ksyun/2023-01-01.yaml', good.replace('effectiveTo: null', 'effectiveTo: 2024-12-31'))
    expect(await loadPacks(folder)).toHaveLength(2)
  })

  it('an empty or missing folder is refused', async () => {
    expect(await problemsOf(loadPacks(folder))).toHaveLength(1)
    expect(await problemsOf(loadPacks(join(folder, 'nowhere')))).toHaveLength(1)
  })
})

describe('loading holidays', () => {
  it('the tables of 2019 to 2026 are carried', async () => {
    const years = await loadHolidays(new URL('holidays/', resources))
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(years.every(({ papers, off }) => papers.length > 0 && off.length >= 20)).toBe(true)
  })

  it('a table named for another year is refused', async () => {
    const table = { year: 2030, papers: ['https://www.gov.cn/x'], off: [], makeUp: [] }
    await put('2031.json', JSON.stringify(table))
    expect((await problemsOf(loadHolidays(folder)))[0]?.file).toBe('2031.json')
  })
})
