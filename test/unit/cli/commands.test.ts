import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportSchema } from '#main/cli/report.ts'
import { cli } from './cli-run.ts'

const HASH = 'a'.repeat(64)
const individual = {
  marketplace: 'kubesphere',
  kind: 'individual',
  name: '王小明',
  uscc: null,
  residentId: '11010519491231002X',
  categories: ['extension'],
  source: 'community',
  freeOrOpenSourceOnly: true,
  openSourceOnly: false,
  staff: null,
  registeredCapital: null,
  foundedOn: null,
  licenceIssuedOn: null,
  serviceHours: null,
  website: null,
  contact: null,
  answers: {
    'platform-account': true,
    'real-name-verified': true,
    'service-info-registered': true,
    'accepts-deposit': true,
    'accepts-provider-agreement': true,
    'accepts-platform-rules': true,
  },
  documents: [
    {
      kind: 'resume',
      fileHash: HASH,
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      bytes: 1,
      expiresOn: null,
    },
  ],
}

let folder = ''
const file = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
  await writeFile(file('good.json'), JSON.stringify(individual))
  await writeFile(file('small.json'), JSON.stringify({ ...individual, kind: 'enterprise', staff: 9 }))
  await writeFile(file('hostile.json'), JSON.stringify({ ...individual, name: 'a\u001b[2J\nb' }))
  await writeFile(file('wrong.json'), JSON.stringify({ ...individual, staff: -1 }))
  await writeFile(file('broken.json'), '{')
})
afterAll(() => rm(folder, { recursive: true }))

describe('marketdesk application check', () => {
  it('an application that meets every condition ends with 0', async () => {
    const { code, out } = await cli('application', 'check', file('good.json'), '--on', '2024-06-14')
    expect(code).toBe(0)
    expect(out).toContain('通过 9  不通过 0  待定 0')
  })

  it('findings end with 1 and are shown with quote and remedy', async () => {
    const { code, out } = await cli('application', 'check', file('small.json'), '--on', '2024-06-14')
    expect(code).toBe(1)
    expect(out).toContain('10 人以上的技术及客服团队')
    expect(out).toContain('请补充技术及客服团队证明')
    expect(out).toMatch(/位置 +staff\n/)
  })

  it('takes the file that its help shows; what is not stated there is unknown', async () => {
    const help = await cli('application', 'check', '--help')
    const [bare = ''] = help.out.split('\n').filter((line) => line.startsWith('{"marketplace"'))
    await writeFile(file('bare.json'), bare)
    const { code, out, errors } = await cli(
      'application',
      'check',
      file('bare.json'),
      '--on',
      '2024-06-14',
      '--json',
    )
    expect([code, errors]).toEqual([1, ''])
    expect(reportSchema.parse(JSON.parse(out)).counts.unknown).toBeGreaterThan(5)
  })

  it('the words of a vendor cannot steer the terminal', async () => {
    const { out } = await cli('application', 'check', file('hostile.json'), '--on', '2024-06-14')
    expect(out.split('\n')[0]).toBe('KubeSphere Marketplace · a\uFFFD[2J b · 2024-06-14')
  })

  it('--json has the documented shape', async () => {
    const { code, out } = await cli(
      'application',
      'check',
      file('small.json'),
      '--on',
      '2024-06-14',
      '--json',
    )
    const report = reportSchema.parse(JSON.parse(out))
    expect(code).toBe(1)
    expect(report.findings.find((line) => line.ruleId === 'admission.staff')).toEqual({
      ruleId: 'admission.staff',
      verdict: 'fail',
      severity: 'must',
      quote: '10 人以上的技术及客服团队',
      summary: null,
      place: 'staff',
      message: {
        zh: expect.stringContaining('技术及客服团队：9 人（要求：10 人以上（含））'),
        en: expect.stringContaining('Technical and service staff: 9 people (required: at least 10 people)'),
      },
      remedy: {
        zh: '请补充技术及客服团队证明：10 人以上（含）',
        en: 'Show technical and service staff of at least 10 people',
      },
    })
  })

  it.each([
    ['a file that is not there', ['nowhere.json', '--on', '2024-06-14'], 'cannot be read'],
    ['a file that is no JSON', ['broken.json', '--on', '2024-06-14'], 'is not JSON'],
    ['a file that is no application', ['wrong.json', '--on', '2024-06-14'], 'staff'],
    ['a folder', ['.', '--on', '2024-06-14'], 'it is a folder'],
    ['a day without a pack', ['good.json', '--on', '2001-01-01'], 'no policy pack of kubesphere'],
    ['a day that is none', ['good.json', '--on', '2024-02-30'], 'A date is written'],
    ['no day', ['good.json'], "required option '--on <date>'"],
  ])('%s ends with 2 and a reason', async (_, [name = '', ...args], reason) => {
    const { code, out, errors } = await cli('application', 'check', file(name), ...args)
    expect([code, out]).toEqual([2, ''])
    expect(errors).toContain(reason)
  })
})

describe('marketdesk calendar nth-working-day', () => {
  it.each([
    ['10', '2024-02', '2024-02-19'],
    ['10', '2024-10', '2024-10-18'],
    ['1', '2024-05', '2024-05-06'],
  ])('the %sth of %s is %s', async (n, month, date) => {
    expect(await cli('calendar', 'nth-working-day', n, month)).toEqual({ code: 0, out: date, errors: '' })
  })

  it('--json says whether the answer is provisional', async () => {
    const { out } = await cli('calendar', 'nth-working-day', '10', '2027-10', '--json')
    expect(JSON.parse(out)).toEqual({ month: '2027-10', n: 10, date: '2027-10-14', provisional: true })
  })

  it.each([
    [['30', '2024-02'], 'has fewer than 30 working days'],
    [['0', '2024-02'], 'from 1 to 99'],
    [['10', '2024-13'], 'A month is written'],
    [['10'], 'missing required argument'],
  ])('%j ends with 2', async (args, reason) => {
    const { code, errors } = await cli('calendar', 'nth-working-day', ...args)
    expect(code).toBe(2)
    expect(errors).toContain(reason)
  })
})

describe('marketdesk policy', () => {
  it('list names the four packs', async () => {
    const { code, out } = await cli('policy', 'list', '--json')
    const packs = JSON.parse(out) as { marketplace: string }[]
    expect([code, packs.map((pack) => pack.marketplace)]).toEqual([
      0,
      ['aliyun', 'huawei', 'ksyun', 'kubesphere'],
    ])
    expect((await cli('policy', 'list')).out.split('\n')).toHaveLength(5)
  })

  it('show prints the rules with their quotes, and the pack itself as JSON', async () => {
    const { out } = await cli('policy', 'show', 'kubesphere')
    expect(out).toContain('注册资金 50 万元以上')
    expect(JSON.parse((await cli('policy', 'show', 'kubesphere', '--json')).out).marketplace).toBe(
      'kubesphere',
    )
  })

  it('an unknown marketplace or a day without a pack ends with 2', async () => {
    expect((await cli('policy', 'show', 'nowhere')).errors).toContain(
      'known: aliyun, huawei, ksyun, kubesphere',
    )
    expect((await cli('policy', 'show', 'aliyun', '--on', '2021-01-19')).code).toBe(2)
    expect((await cli('policy', 'show', 'aliyun', '--on', '2021-01-20')).code).toBe(0)
  })
})

describe('marketdesk', () => {
  it.each([
    [['--help']],
    [['application', '--help']],
    [['application', 'check', '--help']],
    [['calendar', 'nth-working-day', '--help']],
    [['policy', 'list', '--help']],
    [['policy', 'show', '--help']],
    [['policy', 'check', '--help']],
    [['calendar', 'check', '--help']],
  ])('%j ends with 0', async (args) => {
    const { code, out } = await cli(...args)
    expect(code).toBe(0)
    expect(out).toContain('Usage: marketdesk')
    if (args.length !== 2) expect(out).toContain('Examples:')
  })

  it.each([[[]], [['nonsense']], [['policy', 'list', '--colour']]])('%j ends with 2', async (args) => {
    expect((await cli(...args)).code).toBe(2)
  })
})
