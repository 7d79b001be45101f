import { read, utils } from '@e965/xlsx'
import { afterEach, describe, expect, it } from 'vitest'
import { exportApplications } from '#main/engine/queries/applications/export-applications.ts'
import { listApplications } from '#main/engine/queries/applications/list-applications.ts'
import { exportLines } from '#main/engine/queries/bank/export-lines.ts'
import { exportListings } from '#main/engine/queries/listings/export-listings.ts'
import { exportProviders } from '#main/engine/queries/providers/export-providers.ts'
import { readAllRows } from '#main/engine/queries/window/all-rows.ts'
import { applicationFilterSchema } from '#shared/contracts/console-engine/applications.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { listingFilterSchema } from '#shared/contracts/console-engine/listings.ts'
import { providerFilterSchema } from '#shared/contracts/console-engine/providers.ts'
import {
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleObligation,
  sampleOperator,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import {
  decideMatch,
  financeDesk,
  lineFilterOf,
  matched,
  OURS,
  ourLine,
  ourPayment,
  toDeposit,
} from './bank-desk.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
afterEach(() => desk.close())

/** The cells of a CSV without quotes in it, heading first. */
function cellsOf({ base64 }: ExportedRows, encoding = 'utf-8'): string[][] {
  const text = new TextDecoder(encoding).decode(Buffer.from(base64, 'base64'))
  return text.split('\r\n').map((line) => line.split(','))
}

function column(file: ExportedRows, heading: string): (string | undefined)[] {
  const [headings = [], ...rows] = cellsOf(file)
  const at = headings.indexOf(heading)
  expect(at).toBeGreaterThanOrEqual(0)
  return rows.map((row) => row[at])
}

/** What the control sheet says, by its labels. */
function controlOf({ base64 }: ExportedRows): Map<unknown, unknown[]> {
  const book = read(base64, { type: 'base64' })
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets.汇总 ?? {}, { header: 1, raw: true })
  return new Map(rows.map(([label, ...values]) => [label, values]))
}

describe('the exported applications', () => {
  const filter = applicationFilterSchema.parse({ statuses: ['submitted', 'in_review'] })
  const byName = { column: 'name', descending: true } as const
  const asked = { filter, sort: byName, language: 'zh' } as const

  function fill(count: number) {
    desk = deskUnderTest()
    desk.put('operator', [sampleOperator()])
    desk.put(
      'application',
      Array.from({ length: count }, (_, index) =>
        sampleApplication({
          status: index % 3 === 0 ? 'open' : index % 3 === 1 ? 'submitted' : 'in_review',
          assignee: index % 2 === 0 ? 'op-1' : null,
        }),
      ),
    )
    desk.index()
  }

  it('say of a day in a year without holidays that it may still change', async () => {
    desk = deskUnderTest()
    desk.put('operator', [sampleOperator()])
    desk.put(
      'application',
      ['2026-12-31', '2027-01-05'].map((dueOn) => sampleApplication({ status: 'submitted', dueOn })),
    )
    desk.index()
    const sort = { column: 'dueOn', descending: false } as const
    const file = await exportApplications(desk.desk(), { ...asked, sort, format: 'csv' })
    expect(column(file, '时限').filter(Boolean)).toEqual(['2026-12-31', '2027-01-05'])
    expect(column(file, '日期暂定').slice(0, 2)).toEqual(['', '暂定'])
  })

  it('are the rows of the filter, all windows of them, in the order of the page', async () => {
    fill(700)
    const file = await exportApplications(desk.desk(), { ...asked, format: 'csv' })
    const shown: string[] = []
    let after: string | null = null
    do {
      const page: ReturnType<typeof listApplications> = listApplications(desk.desk(), {
        filter,
        sort: byName,
        after,
        limit: 200,
      })
      shown.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(column(file, '编号')).toEqual(shown)
    expect(file).toMatchObject({
      rows: shown.length,
      complete: true,
      fileName: 'applications-2026-11-20.csv',
      mediaType: 'text/csv;charset=utf-8',
    })
    expect(new Set(column(file, '状态'))).toEqual(new Set(['待受理', '审核中']))
    expect(new Set(column(file, '处理人'))).toEqual(new Set(['周敏', '']))
  })

  it('have the headings and words of the page in the language asked for', async () => {
    fill(2)
    const [zh] = cellsOf(await exportApplications(desk.desk(), { ...asked, format: 'csv' }))
    expect(zh).toEqual([
      '编号',
      '服务商',
      '时限',
      '日期暂定',
      '状态',
      '市场',
      '类目',
      '主体',
      '事由',
      '处理人',
      '提交时间',
    ])
    const english = await exportApplications(desk.desk(), { ...asked, language: 'en', format: 'csv' })
    expect(column(english, 'State')).toEqual(['Submitted'])
    expect(column(english, 'Purpose')).toEqual(['First admission'])
  })

  it('go to programs of old in GB18030', async () => {
    fill(2)
    const file = await exportApplications(desk.desk(), { ...asked, format: 'csv-gb18030' })
    expect(file.mediaType).toBe('text/csv;charset=gb18030')
    expect(cellsOf(file, 'gb18030')[0]?.[1]).toBe('服务商')
  })

  it('as a workbook hold real days and times, and say what was asked', async () => {
    fill(2)
    const nobodys = applicationFilterSchema.parse({ statuses: ['submitted'], assignee: 'nobody' })
    const file = await exportApplications(desk.desk(), {
      ...asked,
      filter: nobodys,
      format: 'xlsx',
    })
    const book = read(file.base64, { type: 'base64', cellNF: true })
    const sheet = book.Sheets.入驻申请 ?? {}
    expect(sheet.C2).toMatchObject({ t: 'n', z: 'yyyy-mm-dd' })
    expect(sheet.K2).toMatchObject({ t: 'n', z: 'yyyy-mm-dd hh:mm:ss' })
    const control = controlOf(file)
    expect(control.get('筛选：状态')).toEqual(['待受理'])
    expect(control.get('筛选：处理人')).toEqual(['未分配'])
    expect(control.get('筛选：市场')).toEqual(['全部'])
    expect(control.get('条数')).toEqual([1])
    expect(control.get('完整')).toEqual(['是'])
  })
})

it('exported listing versions name product, package, provider and state', async () => {
  desk = deskUnderTest()
  const listing = sampleListing()
  const versions = [
    sampleVersion(listing, { status: 'submitted' }),
    sampleVersion(listing, { status: 'live' }),
    sampleVersion(listing, { status: 'submitted' }),
  ]
  desk.put('provider', [sampleProvider({ id: listing.providerId, name: '杭州云栈' })])
  desk.put('listing', [listing])
  desk.put('listingVersion', versions)
  desk.index()
  const file = await exportListings(desk.desk(), {
    filter: listingFilterSchema.parse({ statuses: ['submitted'] }),
    sort: { column: 'status', descending: false },
    language: 'zh',
    format: 'csv',
  })
  const wanted = versions.filter(({ status }) => status === 'submitted').map(({ id }) => id)
  expect(column(file, '编号')).toEqual(wanted.sort())
  expect(column(file, '服务商')).toEqual(['杭州云栈', '杭州云栈'])
  expect(column(file, '状态')).toEqual(['待受理', '待受理'])
  expect(cellsOf(file)[0]).toEqual([
    '编号',
    '商品',
    '必改',
    '时限',
    '日期暂定',
    '状态',
    '包',
    '服务商',
    '市场',
    '类目',
    '交付',
    '类型',
    '处理人',
    '提交时间',
  ])
})

it('exported providers are those of the filter, without personal data', async () => {
  desk = deskUnderTest()
  desk.put('provider', [
    sampleProvider({ id: 'one', name: '甲', residentId: '110101199003070000' }),
    sampleProvider({ id: 'two', name: '乙', status: 'suspended', joinedOn: '2026-03-01' }),
    sampleProvider({ id: 'three', name: '丙', status: 'suspended', joinedOn: '2025-03-01' }),
  ])
  desk.index()
  const file = await exportProviders(desk.desk(), {
    filter: providerFilterSchema.parse({ statuses: ['suspended'] }),
    sort: { column: 'joinedOn', descending: false },
    language: 'zh',
    format: 'csv',
  })
  expect(column(file, '编号')).toEqual(['three', 'two'])
  expect(column(file, '状态')).toEqual(['已暂停', '已暂停'])
  expect(cellsOf(file)[0]).toEqual([
    ...['编号', '名称', '市场', '类型', '状态', '类目', '入驻日期'],
    ...['下次复审', '证照到期', '协议到期', '更新时间'],
  ])
})

it('names are in the order they are read, in a file as on the page', async () => {
  desk = deskUnderTest()
  const names = ['广东数澜', '重庆云栈', 'Acme', '安徽云帆', '长安信息', '北京云栈']
  desk.put(
    'provider',
    names.map((name, index) => sampleProvider({ id: `provider-${index}`, name })),
  )
  desk.put(
    'application',
    names.map((name) => sampleApplication({ applicant: sampleApplicant({ name }) })),
  )
  desk.index()
  const read = ['Acme', '安徽云帆', '北京云栈', '长安信息', '重庆云栈', '广东数澜']
  const asked = { sort: { column: 'name', descending: false }, language: 'zh', format: 'csv' } as const
  const providers = await exportProviders(desk.desk(), { ...asked, filter: providerFilterSchema.parse({}) })
  expect(column(providers, '名称')).toEqual(read)
  const filter = applicationFilterSchema.parse({})
  expect(column(await exportApplications(desk.desk(), { ...asked, filter }), '服务商')).toEqual(read)
})

describe('exported bank lines', () => {
  it('are one row each, with money as numbers, kinds and providers in words, and decisions under way', async () => {
    desk = financeDesk()
    const deposit = sampleObligation({ providerName: '杭州云栈' })
    const waits = ourLine({
      bookedOn: '2026-11-02',
      amount: 500_000,
      counterpartyAccount: '6222020200112233445',
    })
    const known = matched(ourLine({ bookedOn: '2026-11-03', amount: 500_000 }), toDeposit(deposit.id))
    const paid = ourPayment({ bookedOn: '2026-11-04', amount: 1_234 })
    const before = ourLine({ bookedOn: '2026-10-31' })
    desk.put('depositObligation', [deposit])
    desk.put('bankLine', [waits, known, paid, before])
    desk.index()
    decideMatch(desk, waits, toDeposit(deposit.id))
    const asked = {
      filter: lineFilterOf({ from: '2026-11-01' }),
      sort: { column: 'chronology', descending: true },
      language: 'zh',
    } as const
    const file = await exportLines(desk.desk(), { ...asked, format: 'csv' })
    expect(column(file, '流水编号')).toEqual([paid.id, known.id, waits.id])
    expect(column(file, '收入（元）')).toEqual(['', '5000.00', '5000.00'])
    expect(column(file, '支出（元）')).toEqual(['12.34', '', ''])
    expect(column(file, '状态')).toEqual(['未认领', '已认领', '已认领'])
    expect(column(file, '种类')).toEqual(['', '保证金', '保证金'])
    expect(column(file, '去向')).toEqual(['', '杭州云栈', '杭州云栈'])
    expect(column(file, '账户')[0]).toBe(`${OURS.bank} ${OURS.number}`)

    const workbook = await exportLines(desk.desk(), { ...asked, format: 'xlsx' })
    const sheet = read(workbook.base64, { type: 'base64', cellFormula: true }).Sheets.银行流水 ?? {}
    expect(sheet.F4).toMatchObject({ t: 's', v: '6222020200112233445' })
    expect(sheet.G4).toMatchObject({ t: 'n', v: 5000 })
    expect(sheet.G6).toMatchObject({ f: 'SUM(G2:G4)', v: 10_000 })
    expect(controlOf(workbook).get('筛选：日期')).toEqual(['2026-11-01 – '])
  })
})

describe('all rows of a filter', () => {
  const windows = (rows: readonly number[], size: number) => (after: string | null) => {
    const first = Number(after ?? 0)
    const next = first + size < rows.length ? String(first + size) : null
    return { rows: rows.slice(first, first + size), next }
  }
  const rows = [1, 2, 3, 4, 5, 6, 7]

  it.each([
    [6, [1, 2, 3, 4, 5, 6], false],
    [7, rows, true],
    [8, rows, true],
  ])('end at a limit of %i and say whether they were cut', async (limit, kept, complete) => {
    desk = deskUnderTest()
    expect(await readAllRows(desk.desk(), windows(rows, 3), limit)).toEqual({ rows: kept, complete })
  })

  it('are those of one moment, although something is written between two windows', async () => {
    desk = deskUnderTest()
    let present = rows
    const read = (after: string | null) => windows(present, 3)(after)
    const reading = readAllRows(desk.desk(), read, 100)
    present = [0, ...rows]
    desk.put('operator', [sampleOperator()])
    expect(await reading).toEqual({ rows: [0, ...rows], complete: true })
  })
})
