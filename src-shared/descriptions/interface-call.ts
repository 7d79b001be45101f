import type { InterfaceCall } from '../contracts/console-platform/records/interface-call.ts'
import { type Description, UNSAID } from '../values/description.ts'
import { CALL_OUTCOME_WORDS, CALL_HEADINGS as HEADINGS } from '../words/interface-calls.ts'
import { instantOf, LABELS, marketplace, oneOf, textOf, yesNoOf } from './common.ts'

/** How a call of a production interface is said. */
export const INTERFACE_CALL: Description<InterfaceCall> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  callId: textOf(HEADINGS.callId),
  at: instantOf(HEADINGS.at),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  listingId: textOf(HEADINGS.listingId),
  productName: textOf(HEADINGS.productName),
  scene: textOf(HEADINGS.scene),
  orderId: textOf(HEADINGS.orderId),
  orderLineId: textOf(HEADINGS.orderLineId),
  productId: textOf(HEADINGS.productId),
  onDemand: yesNoOf(HEADINGS.onDemand),
  resultCode: textOf(HEADINGS.resultCode),
  resultMessage: textOf(HEADINGS.resultMessage),
  instanceId: textOf(HEADINGS.instanceId),
  licence: textOf(HEADINGS.licence),
  userId: textOf(HEADINGS.userId),
  userName: textOf(HEADINGS.userName),
  expiresAt: instantOf(HEADINGS.expiresAt),
  outcome: oneOf(HEADINGS.status, CALL_OUTCOME_WORDS),
  repeatKey: textOf(HEADINGS.repeatKey),
  updatedAt: UNSAID,
}
