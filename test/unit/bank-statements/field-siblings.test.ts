import { describe, expect, test } from 'vitest'
import { workbookGrids } from '#main/engine/imports/workbook-grids.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { readOrderFile } from '#shared/rules/order-files/read-order-file.ts'
import { NAMES, NOW } from '#test/unit/rules/order-files/read-orders.ts'
import { csv, fixture, reading, sectionOf, statementOf } from './statement-files.ts'

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

  const camtPages = (...pages: string[]) => {
    const one = text('60-camt-np-morning.xml').replace(/<NtryDtls>.*?<\/NtryDtls>/s, '')
    const statement = /<Stmt>.*<\/Stmt>/s.exec(one)?.[0] ?? ''
    const balance = (code: string, amount: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
    const of = (page: string) => {
      const [number = '', isLast = '', balances = ''] = page.split(' ')
      const made = balances.split(',').map((each) => balance(each.slice(0, 4), each.slice(4)))
      const pagination = `<StmtPgntn><PgNb>${number}</PgNb><LastPgInd>${isLast}</LastPgInd></StmtPgntn>`
      const sums =
        '<TxsSummry><TtlCdtNtries><Sum>20000.00</Sum></TtlCdtNtries><TtlDbtNtries><Sum>0</Sum></TtlDbtNtries></TxsSummry>'
      return statement
        .replace('<Id>1</Id>', `<Id>1</Id>${number === '' ? '' : pagination}`)
        .replace('</Acct>', `</Acct>${made.join('')}${sums}`)
    }
    return one.replace(statement, pages.map(of).join(''))
  }

  test('pages of one CAMT statement are one, in whatever order they come', async () => {
    for (const pages of [
      ['1 false OPBD100.00', '2 true CLBD40100.00'],
      ['2 true CLBD40100.00', '1 false OPBD100.00'],
    ]) {
      const section = await sectionOf(camtPages(...pages))
      expect(section.lines.map(balanceEffect)).toEqual([2_000_000, 2_000_000])
      expect(section).toMatchObject({ opening: 10_000, closing: 4_010_000 })
      expect(proveSection(section).verdict).toBe('proven')
    }
    expect((await statementOf(camtPages('1 true OPBD100.00'))).skipped).toEqual([])
  })

  test.each([
    ['the last', ['1 false OPBD100.00,CLBD20100.00']],
    ['the first', ['2 true OPBD100.00,CLBD20100.00']],
    ['one between', ['1 false OPBD100.00', '3 true CLBD40100.00']],
    ['the other than the one sent twice', ['1 false OPBD100.00', '1 false CLBD40100.00']],
  ])('a CAMT statement without %s of its pages proves nothing and says so', async (_which, pages) => {
    const { sections, skipped } = await statementOf(camtPages(...pages))
    expect(sections.map((section) => proveSection(section).verdict)).toEqual(['unprovable'])
    expect(skipped).toMatchObject([{ reason: 'page-missing' }])
  })

  test('a page of a CAMT message proves nothing of statements that do not number their own', async () => {
    const page = (number: number, isLast: boolean) =>
      `</MsgId><MsgPgntn><PgNb>${number}</PgNb><LastPgInd>${isLast}</LastPgInd></MsgPgntn>`
    const only = camtPages('  OPBD100.00,CLBD20100.00')
    const verdict = async (source: string) => proveSection(await sectionOf(source)).verdict
    expect(await verdict(only.replace('</MsgId>', page(1, true)))).toBe('proven')
    expect(await verdict(only.replace('</MsgId>', page(1, false)))).toBe('unprovable')
    expect(await verdict(only.replace('</MsgId>', page(2, true)))).toBe('unprovable')
  })

  test('a total and a balance carried forward are told from payments in traditional characters too', async () => {
    const table = csv([
      ['交易日期', '存入', '提取', '結餘', '摘要'],
      ['2026-11-01', '', '', '100.00', '承上結餘'],
      ['2026-11-02', '5.00', '', '105.00', '轉賬'],
      ['2026-11-03', '', '1.00', '104.00', '收費'],
      ['總計', '5.00', '1.00', '', ''],
    ])
    const { sections, skipped } = await statementOf(table)
    expect(skipped.map(({ reason }) => reason)).toEqual(['opening-balance', 'total'])
    expect(sections[0] && proveSection(sections[0]).verdict).toBe('proven')
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

  test('the number of an invoice that a payment names is in the remark of CAMT', async () => {
    const source = text('22-camt-strd.xml').replace(
      '<CdtrRefInf><Ref>333333333333333333333333334</Ref></CdtrRefInf>',
      '<RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>INV-2026-0077</Nb></RfrdDocInf>',
    )
    expect((await sectionOf(source)).lines.map(({ remark }) => remark)).toEqual([
      'RF18539007547034 保证金 入驻',
      '?REJECT?0 INV-2026-0077',
    ])
  })

  test('the rest of a name that OFX cuts after 32 characters is read, and another description is in the remark', async () => {
    const named = async (inside: string) => {
      const [line] = (await sectionOf(ofx(inside).replace('<NAME>X', ''))).lines
      return [line?.counterpartyName, line?.remark]
    }
    const cut = 'Qingyun Information Technology (B'
    const whole = `${cut}eijing) Co., Ltd.`
    expect(await named(`<NAME>${cut}\n<EXTDNAME>${whole}\n<MEMO>RF18539007547034`)).toEqual([
      whole,
      'RF18539007547034',
    ])
    expect(await named(`<NAME>${cut}\n<EXTDNAME>RF18539007547034\n<MEMO>deposit`)).toEqual([
      cut,
      'deposit RF18539007547034',
    ])
  })

  test('references between slashes, and those of German subfields, are in the remark of MT940', async () => {
    const remarkOf = async (details: string) => {
      const source = text('44-mt-dash.sta').replace(':86:?20A', `:86:${details}`)
      return (await sectionOf(source)).lines.at(-1)?.remark
    }
    expect(await remarkOf('/EREF/NOTPROVIDED/REMI/RF18539007547034 保证金/')).toContain(
      'RF18539007547034 保证金',
    )
    expect(await remarkOf('166?00CREDIT?20EREF+RF1853900?217547034?60 deposit')).toBe(
      'EREF+RF18539007547034 deposit',
    )
  })

  test.each(['17b-xlsx-zip64-entries.xlsx', '17c-xlsx-zip64-comment.xlsx'])(
    '%s is read or called ZIP64, as a statement and as a file of orders',
    async (name) => {
      const bytes = fixture(`field/${name}`)
      const statement = await reading(bytes)
      if (statement.kind === 'read') expect(statement.statement.sections[0]?.lines).toHaveLength(2)
      else expect(statement.reason).toBe('zip64-workbook')
      const orders = await readOrderFile(bytes, {
        mappings: [],
        names: NAMES,
        now: NOW,
        decodeWorkbook: async (source) => workbookGrids(source),
      })
      expect(orders).toMatchObject({ kind: 'refused' })
      expect(orders.kind === 'refused' && orders.reason).not.toBe('broken-workbook')
    },
  )
})
