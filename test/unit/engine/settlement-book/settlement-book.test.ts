import { read as readSheets } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadInput } from '#main/engine/bad-input.ts'
import { listRuns } from '#main/engine/settlement-book/book-history.ts'
import { bookPieces } from '#main/engine/settlement-book/book-pieces.ts'
import { SettlementBooks } from '#main/engine/settlement-book/settlement-books.ts'
import { settlementFilterSchema } from '#shared/contracts/console-engine/settlement.ts'
import { samplePayout } from '#test/integration/platform/sample-payouts.ts'
import { newUlid, sampleObligation, sampleOrder } from '#test/integration/platform/sample-records.ts'
import { type BookDesk, bookDesk } from './book-desk.ts'

let desk: BookDesk
beforeEach(() => {
  desk = bookDesk()
})
afterEach(() => desk.close())

async function book(...asked: Parameters<BookDesk['file']>) {
  const { bytes, whole } = await desk.file(...asked)
  const sheets = readSheets(bytes, { cellFormula: true, cellNF: true })
  /** The rows of a sheet by heading, without its sums. */
  const rows = (name: string) => {
    const sheet = sheets.Sheets[name] ?? {}
    const cells = Object.keys(sheet).flatMap((address) => {
      const found = /^([A-Z]+)(\d+)$/.exec(address)
      return found === null ? [] : [{ letters: String(found[1]), row: Number(found[2]), address }]
    })
    const check = cells.find(({ address }) => String(sheet[address]?.v).startsWith('✓'))?.letters ?? ''
    const all: Record<string, unknown>[] = []
    for (const { letters, row, address } of cells) {
      if (row === 1 || letters === check || sheet[`${check}${row}`] === undefined) continue
      all[row - 2] = { ...all[row - 2], [String(sheet[`${letters}1`]?.v)]: sheet[address]?.v }
    }
    return all
  }
  return { sheets, rows, whole, bytes }
}

const penalty = {
  ...{ kind: 'penalty' as const, orderId: null, orderNumber: null, category: null, taxBasisPoints: null },
  ...{ gross: 0, base: 0, fee: 0, amount: -30_00, reason: '服务中断' },
}
const SHEETS = ['结算明细', '订单明细', '税率汇总', '调整', '作废重做差异', '保证金', '提现'] as const

describe('a settlement workbook', () => {
  it('has the control sheet first, and what its columns mean last', async () => {
    desk.put([{}])
    const { sheets } = await book()
    expect(sheets.SheetNames).toEqual(['汇总', ...SHEETS, '说明'])
    const control = Object.values(sheets.Sheets.汇总 ?? {}).map((cell) => cell.v)
    expect(control).toEqual(expect.arrayContaining(['审计链', `1024 · ${'a1'.repeat(32)}`]))
  })

  it('explains every column of every sheet and every kind of row', async () => {
    desk.put([{}, { ...penalty, adjustmentId: newUlid() }])
    const { sheets, rows } = await book()
    const notes = rows('说明').map((note) => `${note.工作表}/${note.列}`)
    const headings = SHEETS.flatMap((name) =>
      Object.entries(sheets.Sheets[name] ?? {})
        .filter(([address, { v }]) => /^[A-Z]+1$/.test(address) && !String(v).startsWith('✓'))
        .map(([, { v }]) => `${name}/${v}`),
    )
    expect(headings.length).toBeGreaterThan(40)
    expect(notes).toEqual(expect.arrayContaining(headings))
    expect(notes).toContain('调整/违约金')
  })

  it('has a row for each order with what it was settled by, and one for each other movement', async () => {
    const order = sampleOrder({ productName: '云备份', paidAt: '2026-10-09T18:00:00.000Z' })
    desk.putRecords('order', [order])
    const number = '02000011090245431640'
    const statement = desk.put([
      { orderId: order.id, orderNumber: number },
      { ...penalty, adjustmentId: newUlid() },
    ])
    const { sheets, rows } = await book()
    expect(rows('订单明细')).toEqual([
      {
        ...{ 结算月份: '2026-10', 市场: 'KubeSphere 云原生市场', 服务商: statement.providerName },
        ...{ 服务商编号: statement.providerId, 状态: '草稿', 项目: '订单结算', 订单号: number },
        // 2026-10-10 in Beijing, as spreadsheets count days.
        ...{ 支付日: 46_305, 商品: '云备份', 交易渠道: expect.any(String), 类目: '扩展组件', 税率: 0.06 },
        ...{ '实付现金（元）': 100, '计费金额（元）': 100, '平台服务费（元）': 10, '计入结算（元）': 90 },
        结算单编号: statement.id,
      },
    ])
    expect(sheets.Sheets.订单明细?.G2).toMatchObject({ t: 's', v: number, z: '@' })
    expect(rows('调整')).toMatchObject([{ 项目: '违约金', '计入结算（元）': -30, 原因: '服务中断' }])
    expect(rows('结算明细')).toMatchObject([
      { '调整项（元）': -30, '结算金额（元）': -30, '退款（元）': 0, '结转（元）': 0 },
      { 类目: '扩展组件', 订单数: 1, '交易金额（元）': 100, '结算金额（元）': 90 },
    ])
  })

  it('has a row for a month without orders', async () => {
    desk.put([])
    const { rows } = await book()
    expect(rows('结算明细')).toMatchObject([{ 订单数: 0, '结算金额（元）': 0 }])
  })

  it('has what the filter asks for, and what was voided only where it is asked for', async () => {
    const drafted = desk.put([{}])
    const voided = desk.put([{}], { status: 'voided' })
    const september = desk.put([{}], { month: '2026-09', status: 'committed', providerName: '上海测试' })
    const ids = async (filter: Parameters<BookDesk['file']>[0]) =>
      (await book(filter)).rows('结算明细').map((row) => row.结算单编号)
    expect(await ids({})).toEqual([september.id, drafted.id])
    expect(await ids({ statuses: ['voided'] })).toEqual([voided.id])
    expect(await ids({ months: ['2026-09'] })).toEqual([september.id])
    expect(await ids({ text: '测试' })).toEqual([september.id])
    expect(await ids({ marketplaces: ['aliyun'] })).toEqual([])
  })

  it('shows what the deposits of its providers were, and what moved in its months', async () => {
    const { marketplace, providerId } = desk.put([{}])
    const posted = { by: 'liu', byName: '刘芳' }
    const entry = (amount: number, at: string) => ({
      kind: 'match' as const,
      amount,
      line: 'l',
      note: '',
      at,
      ...posted,
    })
    const entries = [
      entry(5000_00, '2026-09-30T15:59:59.000Z'),
      entry(800_00, '2026-09-30T16:00:00.000Z'),
      entry(1_00, '2026-10-31T16:00:00.000Z'),
    ]
    desk.putRecords('depositObligation', [
      sampleObligation({ marketplace, providerId, category: null, entries }),
    ])
    const { rows } = await book({ months: ['2026-10'] })
    expect(rows('保证金')).toMatchObject([
      { '期初余额（元）': 5000, '期内收到（元）': 800, '期末余额（元）': 5800 },
    ])
  })

  it('says line by line what a statement has otherwise than the voided one it took the place of, and why', async () => {
    const [kept, moved, late] = [newUlid(), newUlid(), newUlid()]
    desk.putRecords('order', [
      sampleOrder({ id: moved, providerId: 'provider-2' }),
      sampleOrder({ id: late }),
    ])
    const then = desk.put(
      [
        { orderId: kept, orderNumber: 'K1' },
        { orderId: moved, orderNumber: 'M1' },
        { ...penalty, adjustmentId: newUlid() },
      ],
      { status: 'voided', updatedAt: '2023-01-01T00:00:00.000Z' },
    )
    const now = desk.put(
      [
        { orderId: kept, orderNumber: 'K1', fee: 5_00, amount: 95_00 },
        { orderId: late, orderNumber: 'L1' },
      ],
      { replaces: then.id },
    )
    const { rows, sheets } = await book()
    expect(rows('作废重做差异')).toMatchObject([
      { 差异: '减少', 订单号: 'M1', '差额（元）': -90, 差异原因: expect.stringContaining('其他服务商') },
      { 差异: '新增', 订单号: 'L1', '差额（元）': 90, 差异原因: '订单在其后新增或变化' },
      { 差异: '减少', 项目: '违约金', '差额（元）': 30, 差异原因: '调整项变化 · 服务中断' },
      { 差异: '变化', 订单号: 'K1', '原平台服务费（元）': 10, '现平台服务费（元）': 5, '差额（元）': 5 },
    ])
    expect(
      rows('作废重做差异').every((row) => row.作废的结算单编号 === then.id && row.结算单编号 === now.id),
    ).toBe(true)
    const control = Object.values(sheets.Sheets.汇总 ?? {}).map((cell) => cell.v)
    // 185.00 now, 150.00 on the voided one.
    expect(control).toContain('作废重做差额 = 现结算金额 − 作废的结算金额')
    expect(now.totals.net - then.totals.net).toBe(35_00)
    expect(control).toContain(35)
  })

  it('shows the request to be paid that each statement is in, what of it is paid, to whom and by which reference', async () => {
    const paid = desk.put([{}], { status: 'committed', month: '2026-09' })
    const waits = desk.put([{}], { status: 'committed', month: '2026-10' })
    const month = ({ id: statementId, month: of, totals }: typeof paid) => ({
      ...{ month: of, statementId, net: totals.net },
    })
    const account = {
      ...{ id: newUlid(), accountName: paid.providerName, accountNumber: '0200001109024543164' },
      ...{ bankName: '中国工商银行北京安定门支行', bankCode: '102100000021' },
    }
    const { marketplace, providerId } = paid
    desk.putRecords('payoutRequest', [
      samplePayout({
        ...{ marketplace, providerId, status: 'paid', months: [month(paid)], endToEndId: 'E2E-1' },
        ...{ paidAt: '2026-10-20T02:00:00.000Z', account },
      }),
      samplePayout({ marketplace, providerId, status: 'rejected', months: [month(waits)] }),
    ])
    const { rows, sheets } = await book()
    expect(rows('提现')).toMatchObject([
      {
        ...{ 结算月份: '2026-09', 付款状态: '已付', '申请金额（元）': 90, '已付金额（元）': 90 },
        ...{ 收款账号: account.accountNumber, 付款编号: 'E2E-1', 结算单编号: paid.id },
      },
    ])
    const cells = Object.values(sheets.Sheets.提现 ?? {})
    expect(cells.find(({ v }) => v === account.accountNumber)).toMatchObject({ t: 's', z: '@' })
  })

  it('sums by live formulas what the lines come to, and the header is their sum', async () => {
    const line = fc.record({
      gross: fc.integer({ min: -1e12, max: 1e12 }),
      fee: fc.integer({ min: -1e9, max: 1e9 }),
      isAdjustment: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const own = bookDesk()
        try {
          const statement = own.put(
            lines.map(({ gross, fee, isAdjustment }) =>
              isAdjustment
                ? { ...penalty, amount: fee, adjustmentId: newUlid() }
                : { gross, base: gross, fee, amount: gross - fee, orderId: newUlid() },
            ),
          )
          const { bytes } = await own.file()
          const { Sheets } = readSheets(bytes, { cellFormula: true })
          const control = Sheets.汇总 ?? {}
          const label = Object.keys(control).find(
            (address) => control[address]?.v === '订单明细 + 调整 = 结算金额',
          )
          const at = label?.slice(1)
          expect(control[`C${at}`]?.v).toBe(statement.totals.net / 100)
          expect(control[`B${at}`]).toMatchObject({
            f: expect.stringMatching(/^'订单明细'!Q\d+\+'调整'!K\d+$/),
          })
        } finally {
          own.close()
        }
      }),
      { numRuns: 15 },
    )
  })

  it('says the same again, with the same hash, whoever exports it and whenever', async () => {
    desk.put([{}, { ...penalty, adjustmentId: newUlid() }])
    const { whole } = await desk.file()
    const job = desk.job()
    const later = {
      ...job,
      question: { ...job.question, at: '2027-01-01T00:00:00.000Z', byName: '吴红', auditHead: null },
    }
    let again = null
    for await (const piece of bookPieces(later)) again = piece.whole
    expect(again).toEqual(whole)
    expect(whole).toMatchObject({
      statements: 1,
      rows: 1,
      contentHash: expect.stringMatching(/^[\da-f]{64}$/),
    })
    desk.put([{}])
    expect((await desk.file()).whole.contentHash).not.toBe(whole.contentHash)
  })

  it('is not made of a copy whose lines do not come to the header', async () => {
    const statement = desk.put([{}, {}])
    desk.cache.sql.prepare('DELETE FROM settlement_line WHERE rowid = 1').run()
    await expect(desk.file()).rejects.toThrow(statement.id)
  })

  it('as CSV has the orders alone, and rates and amounts as numbers', async () => {
    desk.put([{ orderNumber: '=1+1' }])
    const { bytes } = await desk.file({}, 'csv')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\u{FEFF}'))
    const [row] = parse(bytes.subarray(3), { columns: true })
    expect(row).toMatchObject({ 订单号: "'=1+1", 税率: '6%', '计入结算（元）': '90.00' })
    const old = await desk.file({}, 'csv-gb18030')
    expect(new TextDecoder('gb18030').decode(old.bytes)).toContain('订单号')
  })
})

describe('the workbooks of an engine', () => {
  const clock = { now: () => 0, after: () => () => undefined }
  const asked = { filter: settlementFilterSchema.parse({}), language: 'zh', format: 'xlsx' } as const

  it('come piece by piece from a thread of their own', async () => {
    desk.put([{}])
    desk.complete()
    const books = new SettlementBooks({ clock, random: () => 0.5 })
    const { exportId, fileName } = await books.begin(desk.desk(), asked)
    expect(fileName).toBe('settlement-workbook-2026-11-20.xlsx')
    const { bytes, share, whole } = await books.next(desk.desk(), exportId)
    expect([share, whole]).toMatchObject([1000, { statements: 1, rows: 1 }])
    expect(readSheets(bytes).SheetNames).toContain('订单明细')
    await expect(books.next(desk.desk(), exportId)).rejects.toThrow('import')
    expect(listRuns(desk.desk().workspace.journal)).toEqual([
      { ...asked, ...whole, at: '2026-11-20T02:00:00.000Z', byName: '周敏', fileName },
    ])
  })

  it('are forgotten when they are cancelled', async () => {
    desk.complete()
    const books = new SettlementBooks({ clock, random: () => 0.5 })
    const { exportId } = await books.begin(desk.desk(), asked)
    expect(await books.cancel(exportId)).toBe(true)
    expect(listRuns(desk.desk().workspace.journal)).toEqual([])
    await expect(books.next(desk.desk(), exportId)).rejects.toThrow()
  })

  it('wait until the copy is complete', async () => {
    const books = new SettlementBooks({ clock, random: () => 0.5 })
    await expect(books.begin(desk.desk(), asked)).rejects.toThrow(BadInput)
  })
})
