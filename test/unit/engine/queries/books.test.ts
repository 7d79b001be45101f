import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBalances, writeBalances } from '#main/engine/queries/books/balances.ts'
import { BOOK_MAPPINGS } from '#main/engine/queries/books/book-mapping.ts'
import { readExceptions } from '#main/engine/queries/books/exceptions.ts'
import { writeExceptions } from '#main/engine/queries/books/export-exceptions.ts'
import { readVouchers, writeVouchers } from '#main/engine/queries/books/vouchers.ts'
import type { Allocation, BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { type BookMapping, READY_MAPPINGS } from '#shared/rules/books/book-mapping.ts'
import { samplePayout } from '#test/integration/platform/sample-payouts.ts'
import {
  newUlid,
  sampleAccount,
  sampleLine,
  sampleObligation,
  sampleStatement,
} from '#test/integration/platform/sample-records.ts'
import {
  sampleAdjustment,
  sampleMonth,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterEach(() => desk.close())

const OF = { marketplace: 'kubesphere', month: '2026-10' }
const AT = '2026-11-05T02:00:00.000Z'
const act = { at: AT, by: 'liu', byName: '刘芳' }

function committed(change: Partial<SettlementStatement> = {}): SettlementStatement {
  return sampleSettlement({ status: 'committed', committed: act, ...change })
}
function put(...statements: SettlementStatement[]) {
  desk.put('settlementStatement', statements)
  desk.index()
}
const decoded = (base64: string) => new TextDecoder('gb18030').decode(Buffer.from(base64, 'base64'))

describe('vouchers', () => {
  it('are those of committed statements, adjustments by their kind, and balanced', () => {
    const adjustment = sampleAdjustment()
    const statement = committed({ adjustmentIds: [adjustment.id] })
    desk.put('settlementLine', [
      sampleSettlementLine({ statementId: statement.id }),
      sampleSettlementLine({
        ...{ statementId: statement.id, kind: 'penalty', orderId: null, adjustmentId: adjustment.id },
        ...{ gross: 0, base: 0, fee: 0, amount: -10_00 },
      }),
    ])
    put(statement, sampleSettlement({ month: '2026-10' }))
    const { vouchers, count, debit, credit } = readVouchers(desk.desk(), OF)
    expect([count, debit, credit]).toEqual([1, 120_00, 120_00])
    expect(vouchers[0]?.entries.map(({ account }) => account)).toEqual([
      ...['collected', 'payable', 'payable', 'income', 'output-tax'],
      ...['payable', 'penalty'],
    ])
  })

  it('leave for 用友 as a text of its required fields, the same each time', async () => {
    put(committed())
    const file = await writeVouchers(desk.desk(), { ...OF, program: 'yonyou' })
    expect(file.fileName).toBe('vouchers-kubesphere-2026-10-yonyou.txt')
    const [head, first, , , income] = decoded(file.base64).split('\r\n')
    expect(head).toBe('制单日期,凭证类别字,业务号,附单据数,摘要,科目编码,金额借方,金额贷方')
    expect(first).toBe('2026-10-31,记,1,1,2026-10 北京云栈科技有限公司 代收货款,1122,100.00,0.00')
    expect(income).toContain('6001,0.00,9.43')
    expect(await writeVouchers(desk.desk(), { ...OF, program: 'yonyou' })).toEqual(file)
  })

  it('go by the template that was kept on this computer', async () => {
    put(committed())
    const ready = { value: READY_MAPPINGS.kingdee, only: false }
    expect(BOOK_MAPPINGS.kingdee.read(desk.desk(), 'kubesphere')).toEqual(ready)
    const { accounts } = READY_MAPPINGS.yonyou
    const value: BookMapping = {
      ...READY_MAPPINGS.yonyou,
      word: '转',
      accounts: { ...accounts, collected: { code: '112201', name: '应收货款' } },
      columns: [
        { header: '字', source: 'word', text: '' },
        { header: '科目', source: 'account-code', text: '' },
        { header: '币种', source: 'text', text: 'CNY' },
      ],
    }
    BOOK_MAPPINGS.yonyou.keep(desk.desk(), 'kubesphere', { value, only: false })
    const file = await writeVouchers(desk.desk(), { ...OF, program: 'yonyou' })
    expect(decoded(file.base64).split('\r\n').slice(0, 2)).toEqual(['字,科目,币种', '转,112201,CNY'])
    const { fileName } = await writeVouchers(desk.desk(), { ...OF, program: 'kingdee' })
    expect(fileName).toBe('vouchers-kubesphere-2026-10-kingdee.xlsx')
  })

  it('go by the template of their marketplace where it has one of its own, until it has none any more', () => {
    const { yonyou } = BOOK_MAPPINGS
    const word = (marketplace: string) => yonyou.read(desk.desk(), marketplace).value.word
    const keep = (said: string, only: boolean) =>
      yonyou.keep(desk.desk(), 'ksyun', { value: { ...READY_MAPPINGS.yonyou, word: said }, only })
    keep('金', true)
    expect(['ksyun', 'kubesphere'].map(word)).toEqual(['金', '记'])
    keep('转', false)
    expect(['ksyun', 'kubesphere'].map(word)).toEqual(['转', '转'])
    expect(yonyou.read(desk.desk(), 'ksyun').only).toBe(false)
  })
})

describe('balances', () => {
  it('open with what earlier months left, and count neither drafts nor what was voided', async () => {
    put(
      committed({ month: '2026-08' }),
      committed({ month: '2026-09' }),
      committed(),
      committed({ status: 'voided', voided: { ...act, reason: '有误' } }),
      sampleSettlement({ providerId: 'provider-2' }),
      committed({ month: '2026-11' }),
    )
    const { balances, total } = readBalances(desk.desk(), OF)
    const row = { opening: 180_00, due: 90_00, paid: 0, closing: 270_00 }
    expect(balances).toMatchObject([{ providerId: 'provider-1', ...row }])
    expect(total).toEqual(row)
    const file = await writeBalances(desk.desk(), { ...OF, language: 'zh', format: 'csv' })
    expect(Buffer.from(file.base64, 'base64').toString()).toContain('180.00,90.00,0.00,270.00')
  })
})

describe('what was paid to providers', () => {
  const request = samplePayout()
  const out = (bookedOn: string, amount: number, change: Partial<BankLine> = {}) =>
    sampleLine({
      ...{ marketplace: 'kubesphere', direction: 'out', side: 'debit', bookedOn, amount },
      allocations: [paying(amount)],
      ...change,
    })
  const paying = (amount: number, undone: Allocation['undone'] = null): Allocation => ({
    parts: [{ target: { kind: 'payout', requestId: request.id }, amount, reasons: [] }],
    ...{ automatic: false, note: '', undone, ...act },
  })
  const shown = (month: string) => readBalances(desk.desk(), { ...OF, month }).balances[0]

  it('is taken from what they are owed in the month the bank booked it, by a payment and not before', () => {
    desk.put('payoutRequest', [request])
    desk.put('bankLine', [out('2026-09-30', 50_00), out('2026-10-01', 30_00)])
    put(committed({ month: '2026-08' }), committed())
    expect(shown('2026-08')).toMatchObject({ opening: 0, due: 90_00, paid: 0, closing: 90_00 })
    expect(shown('2026-09')).toMatchObject({ opening: 90_00, due: 0, paid: 50_00, closing: 40_00 })
    expect(shown('2026-10')).toMatchObject({ opening: 40_00, due: 90_00, paid: 30_00, closing: 100_00 })
  })

  it('comes back in the month of the return, and a match that a person undid never counts', () => {
    const back = out('2026-10-09', 50_00, { direction: 'in', side: 'credit', allocations: [] })
    const undone = { reason: '', by: 'liu', byName: '刘芳', at: AT }
    const returned = out('2026-09-30', 50_00, {
      allocations: [paying(50_00, { ...undone, takenBackBy: back.id })],
      takenBackBy: back.id,
    })
    const mistaken = out('2026-09-15', 7_00, {
      allocations: [paying(7_00, { ...undone, takenBackBy: null })],
    })
    desk.put('payoutRequest', [request])
    desk.put('bankLine', [back, returned, mistaken])
    put(committed({ month: '2026-08' }))
    expect(shown('2026-09')).toMatchObject({ opening: 90_00, paid: 50_00, closing: 40_00 })
    expect(shown('2026-10')).toMatchObject({ opening: 40_00, paid: -50_00, closing: 90_00 })
  })
})

describe('exceptions', () => {
  it('are what was skipped, waived, not proven or paid by others in the month, each with its record', async () => {
    const skipped = { check: 'unmatched-lines' as const, draftId: newUlid(), reason: '次月处理', ...act }
    const month = sampleMonth({ skipped: [skipped] })
    const deposit = sampleObligation({
      marketplace: 'kubesphere',
      entries: [
        {
          kind: 'waive',
          amount: 0,
          until: '2027-01-31',
          reason: '试运行',
          ...act,
          at: '2026-10-08T02:00:00.000Z',
        },
        { kind: 'waive', amount: 0, until: '2027-03-31', reason: '续免', ...act },
      ],
    })
    const account = sampleAccount({ marketplace: 'kubesphere' })
    const unproven = sampleStatement({
      ...{ marketplace: 'kubesphere', accountId: account.id, importedAt: '2026-10-31T15:59:59.000Z' },
      ...{ proof: 'unprovable', accepted: ['unproven'] },
    })
    const part = { target: { kind: 'deposit', obligationId: deposit.id }, amount: 5000_00 } as const
    const allocation = { automatic: false, note: '母公司代付', undone: null, ...act }
    const paid = sampleLine({
      ...{ marketplace: 'kubesphere', accountId: account.id, bookedOn: '2026-10-15', amount: 5000_00 },
      allocations: [{ ...allocation, parts: [{ ...part, reasons: ['third-party-payer'] }] }],
    })
    const own = sampleLine({
      ...{ marketplace: 'kubesphere', accountId: account.id, bookedOn: '2026-10-15', amount: 5000_00 },
      ...{
        identity: 'f'.repeat(32),
        allocations: [{ ...allocation, parts: [{ ...part, reasons: ['payer-equal'] }] }],
      },
    })
    desk.put('settlementMonth', [month])
    desk.put('depositObligation', [deposit])
    desk.put('bankAccount', [account])
    desk.put('bankStatement', [unproven])
    desk.put('bankLine', [paid, own])
    desk.index()
    const { exceptions, counts } = readExceptions(desk.desk(), OF)
    expect(exceptions.map(({ kind, record, reason }) => [kind, record.id, reason])).toEqual([
      ['skipped-check', month.id, '次月处理'],
      ['waiver', deposit.id, '试运行'],
      ['unproven-import', unproven.id, ''],
      ['third-party-payer', paid.id, '母公司代付'],
    ])
    expect(exceptions[2]).toMatchObject({ accepted: ['unproven'], record: { within: account.id } })
    expect(counts.find(({ kind }) => kind === 'override')).toEqual({ kind: 'override', count: 0 })
    const file = await writeExceptions(desk.desk(), { ...OF, language: 'zh', format: 'csv' })
    expect(Buffer.from(file.base64, 'base64').toString()).toContain('未认领的流水 · 次月处理')
  })
})
