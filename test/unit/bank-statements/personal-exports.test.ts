import { describe, expect, test } from 'vitest'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { fixture, sectionOf, statementOf } from './statement-files.ts'

const FILES = [
  { file: 'example-icbc-debit-v1-records.csv', format: 'icbc-personal', lines: 11, verdict: 'contradicted' },
  { file: 'example-boc-records.csv', format: 'boc-personal', lines: 17, verdict: 'proven' },
  { file: 'ccb-transactions.xls', format: 'ccb-personal', lines: 6, verdict: 'contradicted' },
  { file: 'example-cmb-records.csv', format: 'cmb-personal', lines: 5, verdict: 'contradicted' },
] as const

describe.each(FILES)('$file', ({ file, format, lines, verdict }) => {
  test('is known by its content and read whole', async () => {
    const statement = await statementOf(fixture(`personal/${file}`))
    expect(statement.format).toBe(format)
    expect(statement.sections.map((section) => section.lines.length)).toEqual([lines])
    expect(
      statement.skipped.filter(({ reason }) => !['head', 'blank-row', 'note', 'total'].includes(reason)),
    ).toEqual([])
  })

  test('what its authors changed to mask it does not pass as proven', async () => {
    expect(proveSection(await sectionOf(fixture(`personal/${file}`))).verdict).toBe(verdict)
  })
})

test('BOC lists the newest first: the balance is followed upwards', async () => {
  const section = await sectionOf(fixture('personal/example-boc-records.csv'))
  const proof = proveSection(section)
  expect([proof.opening, proof.closing]).toEqual([281358, 324028])
  expect(section.lines[0]).toMatchObject({
    direction: 'out',
    amount: 7189,
    bookedTime: '17:57:17',
    remark: '',
  })
})

test('ICBC writes a TAB after values and a masked balance: the lines are read, the balance is not', async () => {
  const { account, lines } = await sectionOf(fixture('personal/example-icbc-debit-v1-records.csv'))
  expect(account).toBe('1234****9876')
  expect(lines.map(balanceEffect).slice(0, 3)).toEqual([-1340, -123456, 123456])
  expect(lines[2]?.counterpartyName).toBe('李四')
  expect(lines.every(({ balanceAfter }) => balanceAfter === null)).toBe(true)
})

test("the first line of CCB's workbook that does not follow from the one before is named", async () => {
  const { checks } = proveSection(await sectionOf(fixture('personal/ccb-transactions.xls')))
  expect(checks[0]).toMatchObject({ expected: 162511, found: 157911, place: { row: 10 } })
})
