import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { PaymentTemplateRecord } from '#shared/contracts/console-platform/records/payment-template.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { ProviderAccount } from '#shared/contracts/console-platform/records/provider-account.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { templateInForce } from '#shared/payments/templates/templates-in-force.ts'
import { approvedAccount, samplePayout } from './sample-payouts.ts'
import { newUlid, sampleObligation, sampleProvider } from './sample-records.ts'
import { sampleSettlement } from './sample-settlement.ts'

const AT = '2026-11-27T02:00:00.000Z'

/** A batch of one payment that liu made; its file is not written yet. */
export function samplePayoutBatch(change: Partial<PayoutBatch> = {}): PayoutBatch {
  const number = 'FK20261127-0A1B2C3D'
  return {
    ...{ id: newUlid(), version: 1, marketplace: 'kubesphere', number, createdAt: AT },
    made: { at: AT, by: 'liu', byName: 'liu' },
    accountId: newUlid(),
    payer: { name: '北京青云科技股份有限公司', account: '0200001109024543164', bank: '中国工商银行' },
    ...{ executeOn: '2026-11-30', format: { kind: 'pain.001' } },
    payments: [
      {
        ...{ endToEndId: `${number}-1`, source: { kind: 'payout', id: newUlid() }, providerId: 'provider-1' },
        providerName: '北京云栈科技有限公司',
        payee: {
          ...{ name: '北京云栈科技有限公司', account: '0200001109024999999' },
          ...{ bank: '中国工商银行北京安定门支行', bankCode: '102100000021' },
        },
        ...{ amount: 1_200_000, purpose: '2026-10结算付款', answer: null, paidBy: null, failed: null },
      },
    ],
    ...{ file: null, sent: null, answers: [], dropped: null, history: [], updatedAt: AT },
    ...change,
  }
}

const said = (by: string) => ({ at: '2026-11-24T02:00:00.000Z', by, byName: by })

/** A request of a provider of its own that liu verified and wang approved. */
export function approvedPayout(change: Partial<PayoutRequest> = {}): PayoutRequest {
  return samplePayout({
    ...{ providerId: `pays-${newUlid()}`, status: 'approved', verified: { ...said('liu'), reason: '' } },
    account: {
      ...{ id: newUlid(), accountName: '北京云栈科技有限公司', accountNumber: '0200001109024999999' },
      ...{ bankName: '中国工商银行北京安定门支行', bankCode: '102100000021' },
    },
    approvals: [said('wang')],
    invoices: [{ id: newUlid(), number: '26112000000000000001', gross: 1_200_000 }],
    ...change,
  })
}

/** All that a request rests on: its provider, its committed statements and its account. */
export function recordsBehind(request: PayoutRequest): {
  readonly provider: Provider
  readonly statements: readonly SettlementStatement[]
  readonly account: ProviderAccount
} {
  const { marketplace, providerId, providerName, months, account } = request
  const of = { marketplace, providerId, providerName }
  return {
    provider: sampleProvider({ id: providerId, marketplace, name: providerName }),
    statements: months.map(({ month, statementId, net }) => {
      const statement = sampleSettlement({ ...of, id: statementId, month, status: 'committed' })
      return { ...statement, totals: { ...statement.totals, net } }
    }),
    account: approvedAccount({ ...of, ...account }),
  }
}

/** A deposit of which 3,000.00 is to go back, as wang approved. */
export function approvedRefund(change: Partial<DepositObligation> = {}): DepositObligation {
  const payee = { route: 'original', name: '广州数澜信息技术有限公司', account: '44050100000000002' } as const
  return sampleObligation({
    providerId: `back-${newUlid()}`,
    entries: [
      { kind: 'match', amount: 300_000, line: newUlid(), note: '', ...said('liu') },
      { kind: 'refund-request', amount: 0, wanted: 300_000, reason: '退出市场', payee, ...said('liu') },
      { kind: 'refund-approval', amount: 0, approved: 300_000, ...said('wang') },
    ],
    ...change,
  })
}

/** The first template that was set for CCB: what comes with the program, with the purpose as a note. */
export function samplePaymentTemplate(change: Partial<PaymentTemplateRecord> = {}): PaymentTemplateRecord {
  const ccb = templateInForce([], 'ccb')
  if (ccb === null) throw new Error('CCB comes with the program')
  const columns = ccb.columns.map((column) =>
    column.heading === '备注' ? { ...column, content: { kind: 'purpose' as const } } : column,
  )
  return {
    ...{ id: newUlid(), version: 1, number: 1, template: { ...ccb, columns } },
    reason: '网银要求备注不能为空',
    set: { at: AT, by: 'wang', byName: '王强' },
    ...{ history: [], updatedAt: AT },
    ...change,
  }
}
