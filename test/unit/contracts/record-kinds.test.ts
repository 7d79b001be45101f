import { describe, expect, it } from 'vitest'
import {
  CHANGED_KINDS,
  columnNames,
  lifted,
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
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

const SAMPLES: RecordOf = {
  operator: sampleOperator(),
  provider: sampleProvider(),
  application: sampleApplication(),
  listing: sampleListing(),
  listingVersion: sampleVersion(sampleListing()),
  depositObligation: sampleObligation(),
  violation: sampleViolation(),
  recharge: sampleRecharge(),
  providerAccount: sampleProviderAccount(),
  payoutRequest: samplePayout(),
  invoice: sampleInvoice(),
  payoutBatch: samplePayoutBatch(),
  order: sampleOrder(),
  supervision: sampleSupervision(),
  subscription: sampleSubscription(),
  cluster: sampleCluster(),
  contact: sampleContact(),
  interfaceCall: sampleCall(),
  meteredBill: sampleBill(),
  notice: sampleNotice(),
  noticeTemplate: sampleNoticeTemplate(),
  orderImport: sampleOrderImport(),
  companyControl: sampleControl(),
  policyPack: samplePack(),
  holidayTable: sampleTable(),
  offlineOrder: sampleOfflineOrder(),
  bankAccount: sampleAccount(),
  bankStatement: sampleStatement(),
  bankLine: sampleLine(),
  matchSettings: sampleMatchSettings(),
  paymentTemplate: samplePaymentTemplate(),
  settlementAdjustment: sampleAdjustment(),
  settlementLine: sampleSettlementLine(),
  settledOrders: sampleSettledOrders(),
  settlementStatement: sampleSettlement(),
  settlementMonth: sampleMonth(),
  commissionInvoice: sampleCommissionInvoice(),
  commissionRebate: sampleCommissionRebate(),
}

function stated<K extends RecordKind>(kind: K) {
  const { title, state, key, withoutPersonalData } = RECORD_KINDS[kind]
  const record = SAMPLES[kind]
  return {
    record,
    title: title(record),
    state: state(record),
    key: key(record),
    cut: withoutPersonalData?.(record),
  }
}

describe.each(RECORD_KIND_NAMES)('the sheet of a kind: %s', (kind) => {
  it('has a title for its records, and a state or none', () => {
    const { title, state } = stated(kind)
    expect(title.trim()).not.toBe('')
    expect(state).not.toBe('')
  })
  it('names who sees it, the auditor among them', () => {
    expect(RECORD_KINDS[kind].seenBy).toContain('auditor')
  })
  it('keeps it under its marketplace; operators and what holds for the whole company belong to none', () => {
    const ofTheCompany: readonly RecordKind[] = [
      'operator',
      'companyControl',
      'holidayTable',
      'paymentTemplate',
      'noticeTemplate',
    ]
    expect(stated(kind).key.marketplace === '').toBe(ofTheCompany.includes(kind))
  })
  it('cut for others is still a record of the kind', () => {
    const { cut, record } = stated(kind)
    expect(RECORD_KINDS[kind].schema.safeParse(cut ?? record).success).toBe(true)
  })
  it('lifts of each column what the column may hold', () => {
    const values = lifted(kind, SAMPLES[kind])
    const types = Object.values(RECORD_KINDS[kind].columns).map(({ type, nullable }, at) => {
      const value = values[at]
      if (value === null) return nullable
      return typeof value === (type === 'text' ? 'string' : 'number')
    })
    expect(types).toEqual(columnNames(kind).map(() => true))
  })
  it('is found by columns it has, that hold text', () => {
    const { foundBy, columns } = RECORD_KINDS[kind]
    expect(foundBy.filter((name) => columns[name]?.type !== 'text')).toEqual([])
  })
})

it('kinds and tables have a name each', () => {
  const tables = Object.values(RECORD_KINDS).map(({ table }) => table)
  expect(new Set(tables).size).toBe(tables.length)
})

it('of every kind that decisions change the title is known before and after, so that what waits or came back has a name', () => {
  expect(CHANGED_KINDS.map((kind) => [kind, stated(kind).title])).toEqual(
    CHANGED_KINDS.map((kind) => [kind, expect.stringMatching(/\S/)]),
  )
})
