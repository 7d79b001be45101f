import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli } from './cli-run.ts'

const resources = new URL('../../../resources/', import.meta.url)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-check-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('marketdesk policy check', () => {
  const changed = async (...changes: readonly (readonly [string, string])[]) => {
    const text = await readFile(new URL('policy-packs/kubesphere/2023-10-20.yaml', resources), 'utf8')
    return put(
      'new.yaml',
      changes.reduce((all, [from, to]) => all.replace(from, to), text),
    )
  }

  it('shows what differs from the pack in force, and that it could come into force', async () => {
    const file = await changed(
      ['2023-10-20\neffectiveTo', '2026-12-01\neffectiveTo'],
      [/version: '[\d.]+'/.exec(await readFile(await changed(), 'utf8'))?.[0] ?? '', "version: '9.0'"],
      ["yuan: '5000.00'", "yuan: '6000.00'"],
      ['quote: 金额为 5000 元', 'quote: 金额为 6000 元'],
    )
    const { code, out } = await cli('policy', 'check', file, '--on', '2026-11-27', '--json')
    const checked = JSON.parse(out)
    expect(code).toBe(0)
    expect(checked).toMatchObject({ marketplace: 'kubesphere', version: '9.0', troubles: [] })
    expect(checked.differences).toEqual([
      { place: 'version', about: 'figure', before: checked.inForce, after: '9.0' },
      { place: 'effectiveFrom', about: 'figure', before: '2023-10-20', after: '2026-12-01' },
      { place: 'deposit.amount.yuan', about: 'figure', before: '5000.00', after: '6000.00' },
      { place: 'deposit.amount.quote', about: 'quote', before: '金额为 5000 元', after: '金额为 6000 元' },
    ])
    const words = (await cli('policy', 'check', file, '--on', '2026-11-27')).out
    expect(words).toContain('5000.00 → 6000.00')
    expect(words).toContain('原文 quote')
  })

  it('ends with 1 and says from when where the day comes too early', async () => {
    const { code, out } = await cli('policy', 'check', await changed(), '--on', '2026-11-27')
    expect(code).toBe(1)
    expect(out).toContain('2026-12-01')
    expect(out).toContain('没有差异')
  })

  it.each([
    ['no: [pack', 'no policy pack'],
    ['marketplace: kubesphere', 'admission'],
  ])('%s is bad input that names the place', async (text, words) => {
    const { code, errors } = await cli('policy', 'check', await put('bad.yaml', text))
    expect(code).toBe(2)
    expect(errors).toContain(words)
  })
})

describe('marketdesk calendar check', () => {
  const table = {
    year: 2027,
    papers: ['https://www.gov.cn/x.htm'],
    off: [{ date: '2027-01-01', name: '元旦' }],
    makeUp: [],
  }

  it('says that a year has no table yet and which days become otherwise', async () => {
    const file = await put('2027.json', JSON.stringify(table))
    const { code, out } = await cli('calendar', 'check', file, '--json')
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        year: 2027,
        known: false,
        troubles: [],
        differences: [{ date: '2027-01-01', name: '元旦', before: 'usual', after: 'off' }],
      },
    ])
    expect((await cli('calendar', 'check', file)).out).toContain('尚无放假安排')
  })

  it('ends with 1 where it cannot be right, and with 2 where it is none', async () => {
    const wrong = { ...table, makeUp: [{ date: '2027-01-06', name: '元旦' }] }
    const { code, out } = await cli('calendar', 'check', await put('wrong.json', JSON.stringify(wrong)))
    expect(code).toBe(1)
    expect(out).toContain('2027-01-06')
    expect((await cli('calendar', 'check', await put('none.json', '{"year": 2027}'))).code).toBe(2)
    expect((await cli('calendar', 'check', await put('text.json', 'x'))).code).toBe(2)
  })
})
