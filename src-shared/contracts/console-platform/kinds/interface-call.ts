import { answerOf, type InterfaceCall, interfaceCallSchema } from '../records/interface-call.ts'
import { kindOf } from './define-kind.ts'

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
  key: ({ marketplace, providerId, callId }) => ({
    ...{ marketplace, providerId, name: callId, fileHashes: [] },
  }),
  seenBy: ['ops', 'ops-manager', 'support', 'auditor'],
  withoutPersonalData: (call) => ({ ...call, userName: null }),
  title: ({ scene, callId }) => `${scene} ${callId}`,
  state: ({ outcome }) => outcome,
  decided: false,
  foundBy: [],
  before: {},
})
