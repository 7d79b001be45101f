import { expect, test } from 'vitest'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { csv, fixture, sectionOf } from './statement-files.ts'

const HEADER = ['交易日期', '借方金额', '贷方金额', '余额']
const SWAPPED = ['交易日期', '贷方金额', '借方金额', '余额']
const ROWS = [
  ['2026-11-02', '', '5.00', '105.00'],
  ['2026-11-03', '2.00', '', '103.00'],
  ['2026-11-04', '', '7.00', '110.00'],
]

const proofOf = async (rows: readonly (readonly string[])[]) => proveSection(await sectionOf(csv(rows)))

test('the balance proves lines oldest first and newest first', async () => {
  const forward = await proofOf([HEADER, ...ROWS])
  const reversed = await proofOf([HEADER, ...ROWS.toReversed()])
  for (const proof of [forward, reversed]) {
    expect(proof).toMatchObject({ verdict: 'proven', opening: 10000, closing: 11000 })
  }
  expect(forward.directions).toEqual([false, true, true])
  expect(reversed.directions).toEqual([true, true, false])
})

test('debit and credit named the wrong way round are caught and said to be swapped', async () => {
  expect(await proofOf([SWAPPED, ...ROWS])).toMatchObject({ verdict: 'contradicted', isSwapped: true })
})

test('swapped columns are caught where all amounts are alike, which reads well the other way round', async () => {
  const alike = [
    ['2026-11-02', '', '5.00', '5.00'],
    ['2026-11-03', '', '5.00', '10.00'],
    ['2026-11-04', '', '5.00', '15.00'],
  ]
  expect(await proofOf([SWAPPED, ...alike])).toMatchObject({ verdict: 'contradicted', isSwapped: true })
})

test('where neither day nor amount tells the order, nothing is proven either way', async () => {
  const alike = ['5.00', '10.00', '15.00'].map((balance) => ['2026-11-02', '', '5.00', balance])
  for (const header of [HEADER, SWAPPED]) {
    const proof = await proofOf([header, ...alike])
    expect(proof.verdict).toBe('unprovable')
    expect(proof.directions).toEqual([false, false, false])
  }
})

test('a line that is missing is named by the one behind it', async () => {
  const [first, , third] = ROWS
  const proof = await proofOf([HEADER, first ?? [], third ?? []])
  expect(proof).toMatchObject({ verdict: 'contradicted', isSwapped: false })
  expect(proof.checks[0]).toMatchObject({ expected: 11200, found: 11000, place: { row: 3 } })
})

test('a line without a balance is proven together with the next, not by itself', async () => {
  const proof = await proofOf([HEADER, ...ROWS.map((row, at) => (at === 1 ? row.with(3, '') : row))])
  expect(proof.verdict).toBe('proven')
  expect(proof.directions).toEqual([false, false, false])
})

test('lines behind the last balance are not proven by it', async () => {
  const rows = ROWS.map((row, at) => (at === 2 ? row.with(3, '') : row))
  expect((await proofOf([HEADER, ...rows])).verdict).toBe('unprovable')
  expect((await proofOf([HEADER, ...rows.toReversed()])).verdict).toBe('unprovable')
})

test('the oldest line, to which no step leads, is proven by the sums or the opening balance', async () => {
  expect((await proofOf([HEADER, ...ROWS, ['合计', '2.00', '12.00']])).directions).toEqual([true, true, true])
  expect((await proofOf([['期初余额', '100.00'], HEADER, ...ROWS])).directions).toEqual([true, true, true])
})

test('without a balance both sums prove, one alone does not, and a wrong one contradicts', async () => {
  const rows = ROWS.map((row) => row.slice(0, 3))
  const header = HEADER.slice(0, 3)
  expect((await proofOf([header, ...rows])).verdict).toBe('unprovable')
  expect((await proofOf([header, ...rows, ['合计', '2.00', '']])).verdict).toBe('unprovable')
  expect((await proofOf([header, ...rows, ['合计', '2.00', '12.00']])).verdict).toBe('proven')
  expect((await proofOf([header, ...rows, ['合计', '2.00', '12.01']])).verdict).toBe('contradicted')
})

test('totals of a page are not taken for those of the file', async () => {
  const rows = [HEADER, ...ROWS, ['本页小计', '1.00', '1.00', ''], ['总计', '2.00', '12.00', '']]
  expect((await proofOf(rows)).verdict).toBe('proven')
})

test('opening and closing balance of the preamble are held against the lines', async () => {
  const head = [['期初余额', '100.00', '期末余额', '110.00']]
  expect(
    (await proofOf([...head, HEADER, ...ROWS])).checks.map(({ check, verdict }) => `${check} ${verdict}`),
  ).toEqual([
    'running-balance proven',
    'opening-plus-lines proven',
    'first-balance proven',
    'last-balance proven',
  ])
  expect((await proofOf([['期初余额', '99.00'], HEADER, ...ROWS])).verdict).toBe('contradicted')
})

test('one line of a file changed to its other side contradicts the balance', async () => {
  const text = new TextDecoder('gb18030').decode(fixture('corporate/ccb.csv'))
  const turned = text.replace(',5000.00,0.00,1044995.01,', ',0.00,5000.00,1044995.01,')
  expect(turned).not.toBe(text)
  expect(proveSection(await sectionOf(turned)).verdict).toBe('contradicted')
})
