import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { ProviderAccount } from '#shared/contracts/console-platform/records/provider-account.ts'
import { newUlid } from './sample-records.ts'

const AT = '2026-11-20T02:00:00.000Z'
const LIU = { at: AT, by: 'liu', byName: 'liu' }

/** A provider's account that liu proposed. */
export function sampleProviderAccount(change: Partial<ProviderAccount> = {}): ProviderAccount {
  return {
    ...{ id: newUlid(), version: 1, marketplace: 'kubesphere', providerId: 'provider-1' },
    providerName: '北京云栈科技有限公司',
    accountName: '北京云栈科技有限公司',
    accountNumber: '0200001109024999999',
    bankName: '中国工商银行北京安定门支行',
    bankCode: '102100000021',
    evidence: '开户许可证 J1000 与盖章的账户信息',
    ...{ proposed: LIU, ruling: null, held: null, replaced: null, history: [], updatedAt: AT },
    ...change,
  }
}

/** The account once another person approved it, some weeks ago. */
export function approvedAccount(change: Partial<ProviderAccount> = {}): ProviderAccount {
  const at = '2026-10-20T02:00:00.000Z'
  return sampleProviderAccount({
    version: 2,
    ruling: { outcome: 'approved', reason: '', at, by: 'chen', byName: 'chen' },
    held: { since: at, why: 'approved' },
    ...change,
  })
}

/** A request for October that liu made. */
export function samplePayout(change: Partial<PayoutRequest> = {}): PayoutRequest {
  return {
    ...{ id: newUlid(), version: 1, marketplace: 'kubesphere', providerId: 'provider-1' },
    ...{ providerName: '北京云栈科技有限公司', status: 'requested' as const },
    months: [{ month: '2026-10', statementId: newUlid(), net: 1_200_000 }],
    amount: 1_200_000,
    requested: { ...LIU, on: '2026-11-20', via: 'desk', reason: '' },
    ...{ invoices: [], verified: null, account: null, approvers: 1, approvals: [], ended: null },
    ...{ batchId: null, endToEndId: null, paidAt: null, failures: [], history: [], updatedAt: AT },
    ...change,
  }
}
