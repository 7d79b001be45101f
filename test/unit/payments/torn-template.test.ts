import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { readTemplate } from '#shared/payments/templates/read-template.ts'
import { templateSheet } from '#shared/payments/templates/template-sheet.ts'
import { EXAMPLE } from './orders.ts'

const change = fc.record({
  row: fc.nat(2),
  column: fc.nat(24),
  cell: fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', '合计', '1e308', '-1.00', '0', '99999999999999999999.99', '2026-02-31', '="1"', '*'),
  ),
})

test.each(KNOWN_TEMPLATES)(
  'the workbook of $id with any cells never fails, and its total is that of its payments',
  (template) => {
    const cells = templateSheet(template, EXAMPLE).rows.map((row) =>
      row.map((cell) => (cell.kind === 'text' ? cell.text : decimalAmount(cell.fen))),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const torn = cells.map((row) => [...row])
        for (const { row, column, cell } of changes) torn[row]?.splice(column, 1, cell)
        const rows = torn.map((row, at) => ({ cells: row, row: at + 1, isBroken: false }))
        const file = readTemplate([{ page: '1', rows }], KNOWN_TEMPLATES)
        if (file === null) return
        const sum = file.payments.reduce((all, { amount }) => all + amount, 0)
        expect([file.total, file.payments.every(({ amount }) => Number.isSafeInteger(amount))]).toEqual([
          sum,
          true,
        ])
      }),
      { numRuns: 400 },
    )
  },
)
