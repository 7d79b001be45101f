import { answerOf, type InterfaceCall, interfaceCallSchema } from '../records/interface-call.ts'
import { kindOf } from './define-kind.ts'

/** What calls for an order sort by on the platform: the failed ones by when they were made, the others by the order. */
export const CALLS_FAILED = 'failed '
export const CALLS_ANSWERED = 'answered '

function sortOf({ outcome, orderId, at }: InterfaceCall): { readonly sort?: string } {
  if (orderId === null) return {}
  return { sort: outcome === 'failed' ? CALLS_FAILED + at : CALLS_ANSWERED + orderId }
}

const { defineKind, text, textOrNull } = kindOf<InterfaceCall>()

export const interfaceCallKind = defineKind({
  since: 4,
  schema: interfaceCallSchema,
  table: 'interface_call',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    listingId: textOrNull(({ listingId }) => listingId),
    productName: text(({ productName }) => productName),
    scene: text(({ scene }) => scene),
    status: text(({ outcome }) => outcome),
    orderId: textOrNull(({ orderId }) => orderId),
    instanceId: textOrNull(({ instanceId }) => instanceId),
    repeatKey: textOrNull(({ repeatKey }) => repeatKey),
    /** What it was answered with, of those that are to be answered alike. */
    answer: textOrNull(answerOf),
    at: text(({ at }) => at),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (call) => ({
    ...{ marketplace: call.marketplace, providerId: call.providerId, name: call.callId, fileHashes: [] },
    ...sortOf(call),
  }),
  seenBy: ['ops', 'ops-manager', 'support', 'auditor'],
  withoutPersonalData: (call) => ({ ...call, userName: null }),
  title: ({ scene, callId }) => `${scene} ${callId}`,
  state: ({ outcome }) => outcome,
  decided: false,
  foundBy: [],
  before: {},
})
