import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeWorkbook } from '#main/engine/imports/decode-workbook.ts'
import { isIntactZip } from '#main/engine/imports/zip-integrity.ts'

const BANK = new URL('../../../fixtures/bank/', import.meta.url)
const xlsx = readFileSync(new URL('corporate/icbc_wrong_dimension.xlsx', BANK))
const xls = readFileSync(new URL('personal/ccb-transactions.xls', BANK))

test('a sheet is read whole, whatever dimension it declares', async () => {
  const [sheet] = (await decodeWorkbook(xlsx)) ?? []
  expect(sheet?.rows).toHaveLength(26)
  expect(sheet?.rows[1]?.cells).toHaveLength(14)
})

test('a legacy workbook is read, amounts by their value', async () => {
  const [sheet] = (await decodeWorkbook(xls)) ?? []
  expect(sheet?.rows[5]).toMatchObject({ row: 7 })
  expect(sheet?.rows[5]?.cells.slice(3, 6)).toEqual(['67', '0', '2176.91'])
})

test('a workbook that takes longer than the limit is given up', async () => {
  expect(await decodeWorkbook(xlsx, { timeLimitMilliseconds: 1 })).toBeNull()
})

test('a ZIP is intact only while every entry unpacks to what the directory says', () => {
  expect(isIntactZip(xlsx, 1_000_000)).toBe(true)
  expect(isIntactZip(xlsx, 1000)).toBe(false)
  expect(isIntactZip(xlsx.subarray(0, 5000), 1_000_000)).toBe(false)
  const flipped = Buffer.from(xlsx)
  flipped[3000] = (flipped[3000] ?? 0) ^ 1
  expect(isIntactZip(flipped, 1_000_000)).toBe(false)
})
