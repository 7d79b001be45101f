import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { read as readSheets, utils } from '@e965/xlsx'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { verifyBook } from '#main/engine/book/verify-book.ts'
import { keptFile, ROW, written } from './sample-book.ts'

const cases = z
  .object({
    text_cells: z.array(z.object({ value: z.string() })),
    formula_like: z.array(z.string()),
    money: z.object({ values: z.array(z.string()) }),
  })
  .parse(JSON.parse(readFileSync('test/fixtures/export/export_cases.json', 'utf8')))
const TEXTS = [...cases.text_cells.map(({ value }) => value), ...cases.formula_like]
const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

async function readBack(bytes: Buffer) {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  return { book, other: readSheets(bytes, { cellFormula: true, cellNF: true }) }
}

/** The same workbook, whose formulas do not say what they come to. */
async function withoutResults(bytes: Buffer): Promise<Uint8Array> {
  const { book } = await readBack(bytes)
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula, date1904: false }
      })
    })
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('a book that is written as it is taken', () => {
  it('carries every text unaltered, as text', async () => {
    const { bytes } = await written(TEXTS.map((text) => [text, ...ROW.slice(1)]))
    const { book, other } = await readBack(bytes)
    TEXTS.forEach((text, at) => {
      expect(book.getWorksheet('明细')?.getCell(at + 2, 1).type).toBe(exceljs.ValueType.String)
      expect(other.Sheets.明细?.[`A${at + 2}`]).toMatchObject({ t: 's', v: text, z: '@' })
    })
  })

  it('carries any text, control characters and all', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const { bytes } = await written(all.map((text) => [text, ...ROW.slice(1)]))
        const { other } = await readBack(bytes)
        expect(all.map((_, at) => other.Sheets.明细?.[`A${at + 2}`]?.v)).toEqual(all)
        expect(await verifyBook(await keptFile(bytes, 'any.xlsx'))).toMatchObject({ outcome: 'whole' })
      }),
      { numRuns: 20 },
    )
  })

  it('has amounts, days, rates and times as numbers of their formats', async () => {
    const { bytes } = await written([ROW])
    const { Sheets } = readSheets(bytes, { cellNF: true })
    const sheet = Sheets.明细 ?? {}
    expect(sheet.B2).toMatchObject({ t: 'n', v: 46_346 })
    expect(sheet.C2).toMatchObject({ t: 'n', v: 0.06, z: '0.00%' })
    expect(sheet.D2).toMatchObject({ t: 'n', v: 10.01, z: '#,##0.00' })
    expect(utils.format_cell(sheet.E2 ?? { t: 'z' })).toBe('2026-11-20 10:03:04')
  })

  it('freezes, filters and prints the heading, and hides the checks', async () => {
    const { book } = await readBack((await written([ROW, ROW])).bytes)
    const sheet = book.getWorksheet('明细')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:F3')
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: '1:1',
    })
    expect(sheet?.getColumn(7).hidden).toBe(true)
  })

  it('without rows is a heading and a sum of nothing', async () => {
    const { bytes, book } = await written([])
    expect(book.sheets).toMatchObject([{ rows: 0, totals: [null, null, null, 0, null, 0] }])
    const { other } = await readBack(bytes)
    expect(other.Sheets.明细?.D3).toMatchObject({ f: 'ROUND(SUM(D2:D2),2)', v: 0 })
  })

  it('goes on in another sheet, and the control sheet adds them up', async () => {
    const { bytes, book } = await written(
      Array.from({ length: 5 }, () => ROW),
      2,
    )
    expect(book.sheets).toMatchObject([{ rows: 5, totals: [null, null, null, 5005, null, 5] }])
    const { other } = await readBack(bytes)
    expect(other.SheetNames).toEqual(['汇总', '明细', '明细 (2)', '明细 (3)'])
    const control = other.Sheets.汇总 ?? {}
    const label = Object.keys(control).find((address) => control[address]?.v === '明细 金额')
    expect(control[`B${label?.slice(1)}`]).toMatchObject({
      f: "'明细'!D5+'明细 (2)'!D5+'明细 (3)'!D4",
      v: 50.05,
    })
  })

  it('sums blocks that come to the fen, as doubles are summed one after the other', () => {
    const amount = fc.integer({ min: -1e8, max: 1e8 })
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 5000 }), (fen, times) => {
        let sum = 0
        for (let row = 0; row < times; row += 1) sum += fen / 100
        expect(Number(sum.toFixed(2))).toBe((fen * times) / 100)
      }),
    )
  })

  it('says the same hash for the same rows, and another for others', async () => {
    const one = await written([ROW, ROW])
    expect((await written([ROW, ROW])).bytes.equals(one.bytes)).toBe(true)
    expect((await written([ROW])).book.contentHash).not.toBe(one.book.contentHash)
  })
})

describe.skipIf(OFFICE === undefined)('LibreOffice, where it is installed', () => {
  it('recalculates every sum to what is printed, and finds nothing edited', {
    timeout: 120_000,
  }, async () => {
    const rows = Array.from(
      { length: 21_000 },
      (_, at) => ['r', null, null, 999_10 + (at % 7), null, 1] as const,
    )
    const { bytes, book } = await written(rows, 15_000)
    // Without what the formulas were told to come to, it has to reckon.
    const source = await keptFile(await withoutResults(bytes), 'source.xlsx')
    const folder = join(dirname(source), 'office')
    const converting = ['--headless', '--convert-to', 'xlsx', '--outdir', folder, source]
    execFileSync(String(OFFICE), [`-env:UserInstallation=file://${folder}-profile`, ...converting])
    const recalculated = readSheets(readFileSync(join(folder, 'source.xlsx')))
    const control = recalculated.Sheets.汇总 ?? {}
    const labelled = (text: string) =>
      Object.keys(control)
        .find((address) => control[address]?.v === text)
        ?.slice(1)
    expect(control[`B${labelled('明细 金额')}`]?.v).toBe((book.sheets[0]?.totals[3] ?? 0) / 100)
    expect(control[`D${labelled('明细 金额')}`]?.v).toBe(0)
    expect(control[`B${labelled('核对结果')}`]?.v).toBe('一致')
    expect(await verifyBook(join(folder, 'source.xlsx'))).toMatchObject({
      ...{ outcome: 'whole', contentHash: book.contentHash },
    })
  })
})
