import fc from 'fast-check'
import type { Payment, PaymentAccount, PaymentOrder } from '#shared/payments/payment.ts'

function account(name: string, number: string, bankCode: string | null): PaymentAccount {
  return { name, account: number, bank: null, bankCode }
}

/** The order of `pain.001.001.09-cny.xml`. */
export const EXAMPLE: PaymentOrder = {
  messageId: 'B20261121-0001',
  createdAt: '2026-11-21T02:00:00.000Z',
  payer: account('北京青云科技股份有限公司', '0200001109024543164', '102100099996'),
  payments: [
    {
      reference: 'PO-2026-10-000123',
      payee: account('广州提现云服务有限公司', '44050100000000002', '105581000013'),
      amount: 123_456_78,
      purpose: '2026-10月收入提现',
      executeOn: '2026-11-23',
    },
    {
      reference: 'PO-2026-10-000124',
      payee: account('示例软件（北京）有限公司', '110906543210401', '308100005027'),
      amount: 10_000_00,
      purpose: '2026-09,2026-10月收入提现 <A&B>',
      executeOn: '2026-11-23',
    },
  ],
}

/** What people write: every script, marks of XML and of spreadsheets, no control character, no blank at either end. */
const text = (maxLength: number) =>
  fc
    .string({
      unit: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...'云服务有限公司（北京）𠮷·AbZ019_-=+@<>&"\'，。') },
        { weight: 1, arbitrary: fc.constantFrom('_x4E91_', '=1+1', '&#26477;', ']]>', ' ', '1E5', '00') },
      ),
      minLength: 1,
      maxLength: Math.floor(maxLength / 8),
    })
    .map((each) => each.trim())
    .filter((each) => each !== '' && !/^-+$/.test(each) && !/^="/.test(each))

const party = fc.record({
  name: text(60),
  account: fc.stringMatching(/^[0-9]{1,32}$/),
  bank: fc.option(text(140), { nil: null }),
  bankCode: fc.constantFrom('102100099996', '308100005027', '105100000017'),
})

const payment = fc.record({
  payee: party,
  amount: fc.integer({ min: 1, max: 99_999_999_999 }),
  purpose: text(140),
  executeOn: fc.constantFrom('2026-11-23', '2026-11-24', '2027-01-04'),
})

/** An order that any bank takes. */
export const anyOrder: fc.Arbitrary<PaymentOrder> = fc.record({
  messageId: fc.constant('FK20261128-0001'),
  createdAt: fc.constant('2026-11-28T01:02:03.000Z'),
  payer: party,
  payments: fc
    .array(payment, { minLength: 1, maxLength: 12 })
    .map((all): Payment[] => all.map((each, at) => ({ ...each, reference: `FK20261128-0001-${at + 1}` }))),
})
