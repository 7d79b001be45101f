import type { CallSaid, InterfaceCall } from '#shared/contracts/console-platform/records/interface-call.ts'
import { AT, newUlid } from './sample-records.ts'

/** What Huawei's market says of a call that made an instance for an order. */
export function sampleCallSaid(change: Partial<CallSaid> = {}): CallSaid {
  return {
    ...{ callId: `call-${newUlid()}`, at: AT, providerId: 'provider-1', listingId: null },
    ...{ productName: '企业网盘', scene: 'new-instance', orderId: 'CS1', orderLineId: 'CS1-000001' },
    ...{ productId: null, onDemand: false, resultCode: '000000', resultMessage: 'success' },
    ...{ instanceId: 'inst-1', licence: null, userId: 'u-1', userName: '苏州华锐精密制造有限公司' },
    expiresAt: null,
    ...change,
  }
}

/** The same as the platform has it. */
export function sampleCall(change: Partial<InterfaceCall> = {}): InterfaceCall {
  return {
    ...sampleCallSaid(),
    ...{ id: newUlid(), version: 1, marketplace: 'huawei', providerName: '北京云栈科技有限公司' },
    ...{ outcome: 'ok', repeatKey: 'create CS1 CS1-000001', updatedAt: AT },
    ...change,
  }
}
