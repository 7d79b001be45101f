import { expect, it } from 'vitest'
import { answerState } from '#renderer/pages/payout-batches/answer-state.ts'
import type { BatchPayment } from '#shared/contracts/console-platform/records/payout-batch.ts'

const accepted = { status: 'accepted', said: 'ACSP', reason: '' } as const
const rejected = { status: 'rejected', said: 'RJCT', reason: 'AC04' } as const
const at = '2026-11-28T02:00:00.000Z'
const none = { answer: null, failed: null, paidBy: null }
const failed = { reason: 'RJCT AC04', lineId: null, at }
const paidBy = { lineId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', at }

type Known = Pick<BatchPayment, 'answer' | 'failed' | 'paidBy'>
const cases: readonly [string, Known, typeof accepted | typeof rejected | undefined, string][] = [
  ['no answer before', none, accepted, 'fresh'],
  ['the same answer', { ...none, answer: accepted }, accepted, 'same'],
  ['another answer', { ...none, answer: accepted }, rejected, 'changed'],
  ['no word of it', { ...none, answer: accepted }, undefined, 'silent'],
  ['one that failed', { ...none, answer: rejected, failed }, accepted, 'closed'],
  ['one that a line shows', { ...none, paidBy }, rejected, 'closed'],
]

it.each(cases)('an answer to a payment with %s is shown as that', (_, known, given, state) => {
  expect(answerState(known, given)).toBe(state)
})
