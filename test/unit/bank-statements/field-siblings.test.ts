import { describe, expect, test } from 'vitest'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { fixture, sectionOf, statementOf } from './statement-files.ts'

/** Inputs of field-reports.test.ts, changed into other formats. */
const text = (name: string) => new TextDecoder().decode(fixture(`field/${name}`))

describe('siblings of the reports in other formats', () => {
  const ofx = (inside: string) => text('08-ofx-12digit-date.ofx').replace('</STMTTRN>', `${inside}</STMTTRN>`)

  test('an OFX amount in another currency is left out alone; one the bank converted is in the account’s', async () => {
    const currency = (await sectionOf(text('08-ofx-12digit-date.ofx'))).currency ?? ''
    const converted = await sectionOf(ofx('<ORIGCURRENCY><CURRATE>7.1<CURSYM>USD</ORIGCURRENCY>'))
    expect(converted.lines.map((line) => line.currency)).toEqual([currency])
    const foreign = await statementOf(ofx('<CURRENCY><CURRATE>7.1<CURSYM>USD</CURRENCY>'))
    expect(foreign.sections.flatMap(({ lines }) => lines)).toEqual([])
    expect(foreign.skipped).toMatchObject([{ reason: 'other-currency' }])
  })

  test('pages of one MT940 statement are one: two equal payments of a day on two pages are two lines', async () => {
    const page = (number: number, from: string, to: string) =>
      `:20:S\n:25:1\n:28C:7/${number}\n:60${from}\n:61:2601150115C5,00NTRFNONREF\n:86:deposit\n:62${to}\n-\n`
    const pages = `${page(1, 'F:C260114CNY0,00', 'M:C260115CNY5,00')}${page(2, 'M:C260115CNY5,00', 'F:C260115CNY10,00')}`
    const section = await sectionOf(pages)
    expect(section.lines.map(balanceEffect)).toEqual([500, 500])
    expect(section).toMatchObject({ opening: 0, closing: 1000 })
    expect(proveSection(section).verdict).toBe('proven')
    const other = pages.replace(':25:1\n:28C:7/2', ':25:2\n:28C:7/2')
    expect((await statementOf(other)).sections).toHaveLength(2)
    const torn = pages.replace('60M:C260115CNY5,00', '60M:C260115CNY6,00')
    expect((await statementOf(torn)).sections).toHaveLength(2)
  })

  test('MT940 messages, and rows of a table, keep each their own currency', async () => {
    const message = (account: string, currency: string) =>
      `:20:S\n:25:${account}\n:60F:C260114${currency}0,00\n:61:2601150115C5,00NTRFA\n:62F:C260115${currency}5,00\n-\n`
    const { sections } = await statementOf(message('1', 'USD') + message('2', 'EUR'))
    expect(sections.map(({ account, currency }) => [account, currency])).toEqual([
      ['1', 'USD'],
      ['2', 'EUR'],
    ])
    const table = await statementOf(
      '交易日期,币种,收入,支出,余额\n2026-01-15,人民币,5.00,,5.00\n2026-01-16,美元,7.00,,7.00',
    )
    expect(table.sections.map(({ currency, lines }) => [currency, lines.map(balanceEffect)])).toEqual([
      ['CNY', [500]],
      ['USD', [700]],
    ])
  })

  test('long references are kept whole in CAMT, OFX, BAI2 and tables', async () => {
    const long = 'UPI-2026011500000001-ABCDEFGHIJ'
    const sources = [
      text('60-camt-np-morning.xml').replace('NOTPROVIDED', long),
      text('08-ofx-12digit-date.ofx').replace(/<FITID>[^<\n]*/, `<FITID>${long}`),
      text('51-bai2-two-groups.bai').replace('BR1', long),
      `交易日期,交易流水号,收入,支出\n2026-01-15,${long},5.00,`,
    ]
    for (const source of sources) {
      const { sections } = await statementOf(source)
      expect(sections[0]?.lines[0]?.serial).toBe(long)
    }
  })

  test('a day with a zone is the bank’s own in tables too', async () => {
    const { lines } = await sectionOf(
      '交易日期,收入,支出,余额\n2026-01-31T23:30:00-05:00,5.00,,5.00\n2026-01-31T00:30:00+09:00,5.00,,10.00',
    )
    expect(lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-01-31', '2026-01-31'])
  })

  test('a type against its sign contradicts in tables with a flag; a minus on its own side is a reversal', async () => {
    const { sections, skipped } = await statementOf(
      '交易日期,借贷标志,借方金额,贷方金额,余额\n2026-01-15,贷,120.00,,380.00\n2026-01-16,贷,,20.00,400.00',
    )
    expect(sections.flatMap(({ lines }) => lines.map(balanceEffect))).toEqual([2000])
    expect(skipped).toMatchObject([{ reason: 'flag-contradicts' }])
  })
})
