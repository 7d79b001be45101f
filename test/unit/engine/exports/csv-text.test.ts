import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { csvText } from '#main/engine/exports/csv-text.ts'

const rowsOf = (csv: string) => Papa.parse(csv.slice(1), { delimiter: ',' }).data

it('words that would run as a formula get an apostrophe; ids and amounts arrive as they are', () => {
  const csv = csvText(['a'], [[{ text: '=1+1' }, { text: '@x' }, '-5.00', '+86', 7, null]])
  expect(rowsOf(csv)).toEqual([['a'], ["'=1+1", "'@x", '-5.00', '+86', '7', '']])
})

it('any text survives, its apostrophe aside', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (texts) => {
      const [, row = []] = rowsOf(csvText(['heading'], [texts.map((text) => ({ text }))]))
      const read = row.map((cell, at) =>
        /^'[=+\-@\t\r]/.test(cell) && !texts[at]?.startsWith("'") ? cell.slice(1) : cell,
      )
      expect(read).toEqual(texts)
    }),
  )
})
