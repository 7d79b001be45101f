import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { newUlid } from './sample-records.ts'

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
