import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { splitCells } from '#shared/bank-statements/table/split-cells.ts'

const delimiters = fc.constantFrom(',', '\t', ';', '|')
const lineBreaks = fc.constantFrom('\r\n', '\n')
/** Whatever a cell may hold, the marks of the format among it. */
const texts = fc.string({ unit: fc.constantFrom('甲', 'a', ' ', '"', ',', '\t', ';', '|', '\n', '1', '𠮷') })

describe('separated values that are well-formed', () => {
  test('are split into the cells they were made of', () => {
    fc.assert(
      fc.property(
        delimiters,
        lineBreaks,
        fc.array(fc.array(texts, { minLength: 1 }), { minLength: 1 }),
        (delimiter, newline, rows) => {
          const text = Papa.unparse(rows, { delimiter, newline, quotes: true })
          expect(splitCells(text, delimiter)).toEqual(rows)
        },
      ),
    )
  })

  test('are split as papaparse splits them, with marks around some cells only', () => {
    fc.assert(
      fc.property(
        delimiters,
        lineBreaks,
        fc.array(fc.array(texts, { minLength: 1 }), { minLength: 1 }),
        fc.boolean(),
        (delimiter, newline, rows, isClosed) => {
          const text = Papa.unparse(rows, { delimiter, newline }) + (isClosed ? newline : '')
          fc.pre(text !== '')
          expect(splitCells(text, delimiter)).toEqual(Papa.parse(text, { delimiter }).data)
        },
      ),
    )
  })

  test('are told from others: what is not well-formed is left alone or read as papaparse reads it', () => {
    const marks = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '\r', ' '), minLength: 1 })
    fc.assert(
      fc.property(marks, (text) => {
        const split = splitCells(text, ',')
        if (split === null) return
        const { data, errors } = Papa.parse(text, { delimiter: ',' })
        expect({ split, quotes: 0 }).toEqual({
          split: data,
          quotes: errors.filter(({ type }) => type === 'Quotes').length,
        })
      }),
    )
  })

  test.each(['a"b,c', '"a"b,c', '"a,b', 'a,b\nc,d\r\ne,f', 'a,b\rc,d', '"a" ,b'])('%j is none', (text) => {
    expect(splitCells(text, ',')).toBeNull()
  })
})
