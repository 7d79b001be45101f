import { read as readSheets, write as writeSheets } from '@e965/xlsx'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { verifyBook } from '#main/engine/book/verify-book.ts'
import { keptFile, ROW, written } from './sample-book.ts'

const ROWS = [ROW, ['02000011090245431640', null, null, -5, null, null], ['c\r_x4E91_ ', ...ROW.slice(1)]]

/** The verdict on the sample after an edit that exceljs saves. */
async function edited(edit: (book: exceljs.Workbook) => void) {
  const { bytes } = await written(ROWS)
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  edit(book)
  return verifyBook(await keptFile(new Uint8Array(await book.xlsx.writeBuffer()), 'edited.xlsx'))
}
const sheetOf = (book: exceljs.Workbook, name = '明细') => {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`there is a sheet ${name}`)
  return sheet
}

describe('a workbook is verified', () => {
  it('as whole where nothing was changed', async () => {
    const { bytes, book } = await written(ROWS)
    const verdict = await verifyBook(await keptFile(bytes))
    expect(verdict).toEqual({ outcome: 'whole', contentHash: book.contentHash, rows: 3 })
  })

  it('as whole where it goes on in another sheet', async () => {
    const { bytes, book } = await written(ROWS, 2)
    expect(book.sheets).toMatchObject([{ name: '明细', rows: 3, totals: [null, null, null, 1997, null, 2] }])
    const verdict = await verifyBook(await keptFile(bytes))
    expect(verdict).toMatchObject({ outcome: 'whole', rows: 3 })
  })

  it('as whole after other programs have saved it', async () => {
    const { bytes } = await written(ROWS)
    const again = writeSheets(readSheets(bytes, { cellFormula: true, cellNF: true }), {
      type: 'buffer',
      bookSST: true,
    })
    expect(await verifyBook(await keptFile(again, 'sheetjs.xlsx'))).toMatchObject({ outcome: 'whole' })
    expect(await edited(() => undefined)).toMatchObject({ outcome: 'whole' })
  })

  it.each<[string, (book: exceljs.Workbook) => void]>([
    ['明细!D3', (book) => (sheetOf(book).getCell('D3').value = 5)],
    ['明细!A2', (book) => (sheetOf(book).getCell('A2').value = 'b')],
    ['明细!B3', (book) => (sheetOf(book).getCell('B3').value = 46_000)],
    ['明细!C2', (book) => (sheetOf(book).getCell('C2').value = null)],
    ['明细!D2', (book) => (sheetOf(book).getCell('D2').value = { formula: '5+5.01', result: 10.01 })],
    ['明细!F1', (book) => (sheetOf(book).getCell('F1').value = '人数')],
    ['明细!A2', (book) => sheetOf(book).spliceRows(2, 1)],
    ['明细!A2', (book) => sheetOf(book).insertRow(2, ['new', null, null, 1])],
    ['明细!A5', (book) => (sheetOf(book).getCell('A5').value = 'more')],
    ['汇总!B2', (book) => (sheetOf(book, '汇总').getCell('B2').value = '华为')],
  ])('as changed, the first cell being %s', async (cell, edit) => {
    const verdict = await edited(edit)
    expect(verdict.outcome === 'changed' && `${verdict.sheet}!${verdict.cell}`).toBe(cell)
  })

  it('as changed where the last row is missing', async () => {
    const verdict = await edited((book) => {
      sheetOf(book).getRow(4).values = []
    })
    expect(verdict).toMatchObject({ outcome: 'changed', sheet: null, cell: null })
  })

  it('as changed where an exact total was raised on the control sheet', async () => {
    const verdict = await edited((book) => {
      const control = sheetOf(book, '汇总')
      control.eachRow((row) => {
        if (row.getCell(1).value === '明细 金额') row.getCell(3).value = 99
      })
    })
    expect(verdict).toMatchObject({
      outcome: 'changed',
      sheet: '汇总',
      cell: expect.stringMatching(/^C\d+$/),
    })
  })

  it('as no such workbook where there is none, or it is something else', async () => {
    expect(await verifyBook('/no/such/file.xlsx')).toMatchObject({ outcome: 'no-book' })
    expect(await verifyBook(await keptFile(Buffer.from('not a workbook'), 'a.xlsx'))).toMatchObject({
      outcome: 'no-book',
    })
    const other = new exceljs.Workbook()
    other.addWorksheet('汇总').getCell('A1').value = 'x'
    const bytes = new Uint8Array(await other.xlsx.writeBuffer())
    expect(await verifyBook(await keptFile(bytes, 'other.xlsx'))).toMatchObject({ outcome: 'no-book' })
  })
})
