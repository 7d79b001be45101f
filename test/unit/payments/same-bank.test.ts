import { expect, test } from 'vitest'
import { orderProblems } from '#shared/payments/payment-problem.ts'
import { isSameBank } from '#shared/payments/same-bank.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { templateSheet } from '#shared/payments/templates/template-sheet.ts'
import { EXAMPLE } from './orders.ts'

const at = (bank: string | null) => ({ bank })

test.each([
  ['中国工商银行', '中国工商银行北京安定门支行', true],
  ['中国工商银行股份有限公司', '工商银行上海分行', true],
  ['招商银行', '招商银行股份有限公司杭州分行', true],
  ['中国银行', '中国工商银行', false],
  ['中国银行', '中国银行广州分行', true],
  ['中国建设银行', '中国农业银行建设路支行', false],
  ['中国工商银行', '北京农商行', false],
  ['农信社', '农信社', false],
])('%s and %s: %s', (one, other, same) => {
  expect(isSameBank(at(one), at(other))).toBe(same)
  expect(isSameBank(at(other), at(one))).toBe(same)
})

test('a bank that is not known is the same as none', () => {
  expect(isSameBank(at(null), at(null))).toBe(false)
})

const within = (payeeBank: string) => ({
  ...EXAMPLE,
  payer: { ...EXAMPLE.payer, bank: '中国建设银行' },
  payments: EXAMPLE.payments
    .slice(0, 1)
    .map((payment) => ({ ...payment, payee: { ...payment.payee, bank: payeeBank, bankCode: null } })),
})
const missing = (bank: string) =>
  orderProblems(within(bank)).filter(({ code }) => code === 'bank-code-missing').length

test('a payment within one bank needs no bank code, and one to another is warned of', () => {
  expect(missing('中国建设银行杭州分行')).toBe(0)
  expect(missing('招商银行杭州分行')).toBe(1)
})

test('the file of CCB says 本行 of an account there, whose code is not known', () => {
  const ccb = KNOWN_TEMPLATES.find(({ id }) => id === 'ccb')
  if (ccb === undefined) throw new Error('CCB comes with the program')
  const place = ccb.columns.findIndex(({ content }) => content.kind === 'own-or-other')
  const cell = (bank: string) => templateSheet(ccb, within(bank)).rows[1]?.[place]
  expect(cell('建设银行杭州分行')).toEqual({ kind: 'text', text: '01' })
  expect(cell('招商银行杭州分行')).toEqual({ kind: 'text', text: '' })
})
