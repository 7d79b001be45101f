import { expect, test } from 'vitest'
import { columnMappingSchema, mappedLayout } from '#shared/bank-statements/mapping.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { reading, sectionOf } from './statement-files.ts'

const FILE = 'Tag;Was;Wieviel;Richtung\n2026-11-02;x;5.00;rein\n2026-11-03;y;2.00;raus\n'
const MAPPING = {
  format: 1,
  name: '某银行',
  header: ['Tag', 'Was', 'Wieviel', 'Richtung'],
  columns: { date: 'Tag', remark: 'Was', amount: 'Wieviel', flag: 'Richtung' },
  amountSign: 'unsigned',
  flags: { in: ['rein'], out: ['raus'] },
}

test('a mapping reads the file whose header it names', async () => {
  const { lines } = await sectionOf(FILE, [mappedLayout(columnMappingSchema.parse(MAPPING))])
  expect(lines.map(balanceEffect)).toEqual([500, -200])
  expect(lines.map(({ remark }) => remark)).toEqual(['x', 'y'])
})

test('it does not read a file with another header', async () => {
  const other = mappedLayout(columnMappingSchema.parse({ ...MAPPING, header: [...MAPPING.header, 'Mehr'] }))
  expect(await reading(Buffer.from(FILE), [other])).toMatchObject({
    kind: 'refused',
    reason: 'unknown-layout',
  })
})

test('a mapping goes before the layouts that are built in', async () => {
  const mapping = columnMappingSchema.parse({
    format: 1,
    name: '颠倒',
    header: ['交易日期', '借方金额', '贷方金额'],
    columns: { date: '交易日期', debit: '贷方金额', credit: '借方金额' },
  })
  const { lines } = await sectionOf('交易日期,借方金额,贷方金额\n20261102,5.00,\n', [mappedLayout(mapping)])
  expect(lines.map(balanceEffect)).toEqual([500])
})

test.each([
  ['no amount', { columns: { date: 'Tag' } }],
  ['no date', { columns: { amount: 'Wieviel' } }],
  ['an unsigned amount without a flag', { columns: { date: 'Tag', amount: 'Wieviel' } }],
  ['a column that is not in the header', { columns: { ...MAPPING.columns, balance: 'Saldo' } }],
])('a mapping with %s is none', (_, change) => {
  expect(columnMappingSchema.safeParse({ ...MAPPING, ...change }).success).toBe(false)
})
