import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { readQr } from '#shared/invoices/read-qr.ts'

const cases = z
  .array(z.object({ text: z.string(), expected: z.record(z.string(), z.unknown()).nullable() }))
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/invoices/qr_cases.json', import.meta.url), 'utf8')))

function printed(text: string) {
  const qr = readQr(text)
  if ('problem' in qr) return null
  const { amount, amountIs, ...said } = qr
  return { ...said, amount: decimalAmount(amount), amount_is: amountIs }
}

/** Each figure and mark in its full-width form. */
function wide(text: string): string {
  return text.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
}

test.each(cases)('$text', ({ text, expected }) => {
  expect(printed(text)).toEqual(expected)
})

test.each([
  ['a dashed date', '01,31,,26312000000000000001,1.00,2026-09-01,,', '2026-09-01'],
  ['blanks around', ' 01 , 31 ,, 26312000000000000001 , 1 , 20260901 ,,\n', '2026-09-01'],
  ['full width', wide('01,31,,26312000000000000001,1.00,20260901,,'), '2026-09-01'],
])('a scanner may write %s', (_what, text, date) => {
  expect(readQr(text)).toMatchObject({ number: '26312000000000000001', amount: 100, date })
})

test.each([
  ['01,77,,26312000000000000001,1.00,20260901,,', 'type'],
  ['01,31,,2631200000000000000,1.00,20260901,,', 'number'],
  ['01,10,0110016051,801007980,64.9,20161018,,', 'number'],
  ['01,10,,80100798,64.9,20161018,,', 'code'],
  ['01,31,,26312000000000000001,1.005,20260901,,', 'amount'],
  ['01,31,,26312000000000000001,1.00,20260231,,', 'date'],
  ['02,31,,26312000000000000001,1.00,20260901,,', 'not-an-invoice'],
])('%s is refused for its %s', (text, problem) => {
  expect(readQr(text)).toEqual({ problem })
})

test('any text is an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 9 }).map(String)), (text) => {
      expect(readQr(text)).toBeTypeOf('object')
    }),
  )
})
