import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { find } from '#main/engine/queries/find.ts'
import { FIND_KINDS } from '#main/engine/queries/find-kinds.ts'
import {
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { samplePaymentTemplate, samplePayoutBatch } from '#test/integration/platform/sample-batches.ts'
import { sampleBill } from '#test/integration/platform/sample-bills.ts'
import { sampleCluster, sampleContact, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleCall } from '#test/integration/platform/sample-calls.ts'
import { sampleInvoice } from '#test/integration/platform/sample-invoices.ts'
import { sampleNotice, sampleNoticeTemplate } from '#test/integration/platform/sample-notices.ts'
import { samplePayout, sampleProviderAccount } from '#test/integration/platform/sample-payouts.ts'
import {
  sampleAccount,
  sampleApplicant,
  sampleApplication,
  sampleControl,
  sampleLine,
  sampleListing,
  sampleMatchSettings,
  sampleObligation,
  sampleOfflineOrder,
  sampleOperator,
  sampleOrder,
  sampleOrderImport,
  samplePack,
  sampleProvider,
  sampleRecharge,
  sampleStatement,
  sampleSupervision,
  sampleTable,
  sampleVersion,
  sampleViolation,
} from '#test/integration/platform/sample-records.ts'
import {
  sampleAdjustment,
  sampleCommissionInvoice,
  sampleCommissionRebate,
  sampleMonth,
  sampleSettledOrders,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const NAME = '青岚数据有限公司'
const title = { zh: NAME, en: 'Qinglan' }
const application = sampleApplication({ applicant: sampleApplicant({ name: NAME }) })
const listing = sampleListing({ title })
const version = sampleVersion(listing)
const account = sampleAccount({ holder: NAME, number: '0200009876543210' })
const line = sampleLine({
  accountId: account.id,
  counterpartyName: NAME,
  counterpartyAccount: '6222020000001111',
  amount: 1_234_500,
})
const obligation = sampleObligation({ providerName: NAME })
const statement = sampleStatement({
  accountId: account.id,
  period: { from: '2026-11-01', to: '2026-11-30' },
})
const order = sampleOrder({ productName: NAME })
const adjustment = sampleAdjustment()
const month = sampleMonth()
const settlement = sampleSettlement({ providerName: NAME })
const commissionInvoice = sampleCommissionInvoice({ providerName: NAME })
const commissionRebate = sampleCommissionRebate({ providerName: NAME })
const settlementLine = sampleSettlementLine({ statementId: settlement.id })
const settledOrders = sampleSettledOrders({ statementId: settlement.id })
const offlineOrder = sampleOfflineOrder({ productName: NAME })
const orderImport = sampleOrderImport({ fileName: NAME })
const matchSettings = sampleMatchSettings()
const { template } = samplePaymentTemplate()
const paymentTemplate = samplePaymentTemplate({ template: { ...template, name: NAME } })
const recharge = sampleRecharge({ providerName: NAME })
const providerAccount = sampleProviderAccount({ providerName: NAME })
const payout = samplePayout({ providerName: NAME })
const invoice = sampleInvoice({ providerName: NAME })
const batch = samplePayoutBatch({ number: NAME })
const supervision = sampleSupervision()
const subscription = sampleSubscription({ userName: NAME })
const cluster = sampleCluster({ clusterName: NAME })
const contact = sampleContact({ subject: NAME })
const call = sampleCall()
const bill = sampleBill()
const { texts } = sampleNoticeTemplate()
const noticeTemplate = sampleNoticeTemplate({ texts: { ...texts, zh: { ...texts.zh, subject: NAME } } })
const { said } = sampleNotice()
const notice = sampleNotice({
  said: said && { ...said, texts: { ...said.texts, zh: { subject: NAME, text: NAME } } },
})
const violation = sampleViolation({ providerName: NAME })
const operator = sampleOperator({ id: 'op-qinglan', name: NAME })
// A control that this program does not know is called by its name.
const control = sampleControl({ control: NAME })
const pack = samplePack({ name: title })
const table = sampleTable({ fileName: NAME })
const records: { readonly [K in RecordKind]: string } = {
  provider: sampleProvider().id,
  application: application.id,
  depositObligation: obligation.id,
  listing: listing.id,
  listingVersion: version.id,
  bankAccount: account.id,
  bankLine: line.id,
  bankStatement: statement.id,
  operator: operator.id,
  order: order.id,
  settlementAdjustment: adjustment.id,
  settlementLine: settlementLine.id,
  settledOrders: settledOrders.id,
  settlementStatement: settlement.id,
  commissionInvoice: commissionInvoice.id,
  commissionRebate: commissionRebate.id,
  settlementMonth: month.id,
  supervision: supervision.id,
  subscription: subscription.id,
  cluster: cluster.id,
  contact: contact.id,
  interfaceCall: call.id,
  meteredBill: bill.id,
  notice: notice.id,
  noticeTemplate: noticeTemplate.id,
  orderImport: orderImport.id,
  companyControl: control.id,
  violation: violation.id,
  policyPack: pack.id,
  holidayTable: table.id,
  offlineOrder: offlineOrder.id,
  recharge: recharge.id,
  providerAccount: providerAccount.id,
  payoutRequest: payout.id,
  invoice: invoice.id,
  payoutBatch: batch.id,
  matchSettings: matchSettings.id,
  paymentTemplate: paymentTemplate.id,
}
const NAMED = RECORD_KIND_NAMES.filter((kind) => FIND_KINDS[kind].names.columns.length > 0)
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  desk.put('provider', [sampleProvider({ name: NAME })])
  desk.put('application', [application])
  desk.put('depositObligation', [obligation])
  desk.put('listing', [listing])
  desk.put('listingVersion', [version])
  desk.put('bankAccount', [account])
  desk.put('bankStatement', [statement])
  desk.put('bankLine', [line])
  desk.put('order', [order])
  desk.put('settlementAdjustment', [adjustment])
  desk.put('settlementMonth', [month])
  desk.put('settlementStatement', [settlement])
  desk.put('commissionInvoice', [commissionInvoice])
  desk.put('commissionRebate', [commissionRebate])
  desk.put('settlementLine', [settlementLine])
  desk.put('settledOrders', [settledOrders])
  desk.put('supervision', [supervision])
  desk.put('subscription', [subscription])
  desk.put('cluster', [cluster])
  desk.put('contact', [contact])
  desk.put('interfaceCall', [call])
  desk.put('meteredBill', [bill])
  desk.put('notice', [notice])
  desk.put('noticeTemplate', [noticeTemplate])
  desk.put('orderImport', [orderImport])
  desk.put('companyControl', [control])
  desk.put('violation', [violation])
  desk.put('policyPack', [pack])
  desk.put('holidayTable', [table])
  desk.put('offlineOrder', [offlineOrder])
  desk.put('recharge', [recharge])
  desk.put('providerAccount', [providerAccount])
  desk.put('payoutRequest', [payout])
  desk.put('invoice', [invoice])
  desk.put('payoutBatch', [batch])
  desk.put('matchSettings', [matchSettings])
  desk.put('paymentTemplate', [paymentTemplate])
  desk.put('operator', [operator])
  desk.index()
})
afterAll(() => desk.close())

const hit = (text: string, kind: RecordKind) =>
  find(desk.desk(), text, 50).find((found) => found.kind === kind)

describe('the palette', () => {
  it.each(NAMED)('finds a %s by one character of its name', (kind) => {
    expect(hit('岚', kind)?.id).toBe(records[kind])
  })

  it.each(RECORD_KIND_NAMES)('finds a %s by the beginning of its id', (kind) => {
    expect(hit(records[kind].slice(0, -1), kind)?.id).toBe(records[kind])
  })

  it('finds by name all but settings of matching, supervision, calls of interfaces, metered bills and what is shown with a settlement statement', () => {
    const unnamed = RECORD_KIND_NAMES.filter((kind) => !NAMED.includes(kind))
    expect(unnamed).toEqual([
      'matchSettings',
      'supervision',
      'interfaceCall',
      'meteredBill',
      'settlementAdjustment',
      'settlementLine',
      'settledOrders',
      'settlementMonth',
    ])
  })

  it('finds a line by its amount, with thousands or without, and by the account of the other side', () => {
    for (const text of ['12345', '12,345.00', '62220200']) {
      expect(hit(text, 'bankLine')).toMatchObject({ id: line.id, amount: 1_234_500, status: 'open' })
    }
    expect(hit('12346', 'bankLine')).toBeUndefined()
  })

  it('finds an account, and its statements, by any part of its number', () => {
    expect(hit('9876', 'bankAccount')?.id).toBe(account.id)
    expect(hit('9876', 'bankStatement')).toMatchObject({
      within: account.id,
      subtitle: '2026-11-01 – 2026-11-30',
    })
  })

  it('says of a deposit how it stands on the day, and how much it is', () => {
    const found = hit(NAME, 'depositObligation')
    expect(found).toMatchObject({ amount: obligation.amount, pending: false })
    expect(found?.status).not.toBe('')
  })

  it('says what a pending decision will leave', () => {
    const { outbox } = desk.desk().workspace
    const { id } = outbox.enqueue({
      type: 'deposit.match',
      recordId: line.id,
      expectedVersion: line.version,
      seenDigest: null,
      arguments: {
        parts: [{ target: { kind: 'other', what: 'interest' }, amount: 1_234_500, reasons: [] }],
        note: '',
      },
    })
    expect(hit(NAME, 'bankLine')).toMatchObject({ status: 'matched', pending: true })
    outbox.undo(id)
    expect(hit(NAME, 'bankLine')).toMatchObject({ status: 'open', pending: false })
  })

  it('shows of many lines of one name only the newest', () => {
    const many = Array.from({ length: 30 }, (_, day) =>
      sampleLine({
        accountId: account.id,
        counterpartyName: '岩桐',
        bookedOn: `2026-10-${String(day + 1).padStart(2, '0')}`,
      }),
    )
    desk.put('bankLine', many)
    expect(find(desk.desk(), '岩桐', 50).map(({ subtitle }) => subtitle)).toEqual([
      '2026-10-30',
      '2026-10-29',
      '2026-10-28',
    ])
  })

  it('walks no table: every question goes by an index', () => {
    const asked = vi.spyOn(desk.desk().statements, 'prepare')
    for (const text of ['岚', '青岚数据', '12345', '62220200', records.bankLine]) find(desk.desk(), text, 500)
    const statements = [...new Set(asked.mock.calls.map(([sql]) => sql))].filter((sql) =>
      / AS (kind|at)\b/.test(sql),
    )
    asked.mockRestore()
    const tables = RECORD_KIND_NAMES.map((kind) => `FROM ${RECORD_KINDS[kind].table} r`)
    expect(statements.some((sql) => tables.every((table) => sql.includes(table)))).toBe(true)
    expect(statements.length).toBeGreaterThan(NAMED.length)
    const walks = statements.flatMap((sql) =>
      desk.cache.sql
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "'1'")}`)
        .all()
        .filter(({ detail }) => /^SCAN (?!n |\()/.test(detail))
        .map(({ detail }) => `${detail}: ${sql}`),
    )
    expect(walks).toEqual([])
  })

  it('reads the newest records of a name off an index, where many records bear one', () => {
    const asked = vi.spyOn(desk.desk().statements, 'prepare')
    find(desk.desk(), NAME, 500)
    const newest = asked.mock.calls.flatMap(([sql]) => /SELECT i\.rowid FROM [^()]+/.exec(sql)?.[0] ?? [])
    asked.mockRestore()
    expect(newest.length).toBeGreaterThan(15)
    const sorted = newest.filter((sql) =>
      desk.cache.sql
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('@name', "''")}`)
        .all()
        .some(({ detail }) => detail.includes('TEMP B-TREE')),
    )
    // One name bears few of these: hardly two providers, the statements of an account, versions of a template.
    const few = ['provider', 'payout_batch', 'order_import', 'payment_template']
    const fewer = [
      'company_control',
      'policy_pack',
      'holiday_table',
      'bank_account b CROSS JOIN bank_statement',
    ]
    const ofFew = [...few, ...fewer].map((table) => `FROM ${table} i`)
    expect(sorted.filter((sql) => !ofFew.some((from) => sql.includes(from)))).toEqual([])
  })
})
