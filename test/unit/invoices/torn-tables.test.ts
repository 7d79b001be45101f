import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPageText } from '#shared/invoices/read-page-text.ts'
import { readTaxTable } from '#shared/invoices/read-tax-table.ts'
import { readNumbers } from '#shared/rules/invoices/read-numbers.ts'

const HEADINGS = [
  ...['序号', '发票代码', '发票号码', '数电发票号码', '销方识别号', '销方名称', '购方识别号', '购买方名称'],
  ...['开票日期', '金额', '税率', '税额', '价税合计', '发票票种', '发票状态', '是否正数发票', '备注'],
]
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    ...['', '26312000000000000021', '12345678', '044032000111', '100.00', '-100.00', '6%', '免税'],
  ),
  fc.constantFrom(
    ...['***', '1e308', '99999999999999999999.99', '2026-11-18', '2026-02-31', '正常', '已作废', '否'],
  ),
)
const rows = fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 8 })
const gridOf = (cells: readonly (readonly string[])[]) => [
  { page: '1', rows: cells.map((row, at) => ({ cells: row, row: at + 1, isBroken: false })) },
]

test('any cells under the headings of the tax bureau are invoices with whole amounts, or a word', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(HEADINGS, { minLength: 8 }), rows, (headings, cells) => {
      for (const reading of readTaxTable(gridOf([headings, ...cells]))) {
        if (reading.kind === 'problem') continue
        const { net, tax, gross } = reading.invoice
        expect([net, tax, gross].every(Number.isSafeInteger)).toBe(true)
      }
      readNumbers(gridOf([headings, ...cells]))
    }),
    { numRuns: 500 },
  )
})

test('any texts anywhere on a page are an invoice or a word', () => {
  const words = [
    '发票号码：',
    '26312000000000000021',
    '名称：',
    '合计',
    '¥100.00',
    '（小写）',
    '-¥6.00',
    '价税合计',
  ]
  const piece = fc.record({
    text: fc.oneof(
      fc.constantFrom(...words, '开票日期：2026年11月18日', '备注', '开票人'),
      fc.string({ maxLength: 20 }),
    ),
    x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    width: fc.double({ min: 0, max: 1e4, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(['invoice', 'problem']).toContain(readPageText(pieces).kind)
    }),
    { numRuns: 500 },
  )
})
