import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isCnapsCode } from '#shared/payments/cnaps-code.ts'
import {
  isPayable,
  orderProblems,
  PAYMENT_PROBLEM_CODES,
  paymentProblemWords,
} from '#shared/payments/payment-problem.ts'
import { EXAMPLE } from './orders.ts'

const CODES: {
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
  readonly odd: readonly string[]
} = JSON.parse(readFileSync(new URL('../../fixtures/payments/bank-codes.json', import.meta.url), 'utf8'))

test('every bank code of the public list but the odd one proves itself, and none with a digit changed does', () => {
  expect(CODES.valid.filter((code) => !isCnapsCode(code))).toEqual([])
  expect(CODES.odd.filter(isCnapsCode)).toEqual([])
  expect(CODES.invalid.filter(isCnapsCode)).toEqual([])
  expect(['', '10210009999', '1021000999966', '10210009999X'].filter(isCnapsCode)).toEqual([])
})

test('a control character or half a pair is refused before it is written', () => {
  const [payment] = EXAMPLE.payments
  for (const purpose of ['a\u0000', 'a\nb', '\ud842']) {
    const order = { ...EXAMPLE, payments: payment === undefined ? [] : [{ ...payment, purpose }] }
    const problems = orderProblems(order)
    expect(problems.map(({ code }) => code)).toContain('character-refused')
    expect(isPayable(problems)).toBe(false)
  }
})

test('lengths count characters, not the halves of a pair', () => {
  const named = (name: string) => orderProblems({ ...EXAMPLE, payer: { ...EXAMPLE.payer, name } })
  expect(named('𠮷'.repeat(60)).map(({ code }) => code)).not.toContain('name-too-long')
  expect(named('𠮷'.repeat(61)).map(({ code }) => code)).toContain('name-too-long')
})

test('an order without payments is no order', () => {
  expect(orderProblems({ ...EXAMPLE, payments: [] }).map(({ code }) => code)).toEqual(['no-payments'])
})

test('every problem is said in both languages', () => {
  for (const code of PAYMENT_PROBLEM_CODES) {
    const { zh, en } = paymentProblemWords(code)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  }
})
