import { describe, expect, test } from 'vitest'
import { readAmount, readCommaAmount, readEuropeanAmount } from '#shared/bank-statements/amount.ts'
import { decodeText } from '#shared/bank-statements/decode-text.ts'
import { mappedLayout } from '#shared/bank-statements/mapping.ts'
import { readMoment } from '#shared/bank-statements/moment.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { readSerial } from '#shared/bank-statements/serial.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { saysReturn } from '#shared/rules/bank-matching/find-original.ts'
import { fixture, reading, sectionOf, statementOf } from './statement-files.ts'

/** Inputs after public reports of people who import statements; see test/fixtures/bank/PROVENANCE.md. */
const field = (name: string) => fixture(`field/${name}`)
const text = (name: string) => new TextDecoder().decode(field(name))
const latin1 = (source: string) => Uint8Array.from([...source].map((letter) => letter.charCodeAt(0)))

describe('a serial that names nothing is none', () => {
  test.each(['', '0', '000', 'NOTPROVIDED', 'nonref', '//NONREF', 'N/A', '-', '无', 'KREF+'])(
    '%j',
    (written) => {
      expect(readSerial(written)).toBeNull()
    },
  )

  test('the next text is asked, and a serial that looks like one is kept whole', () => {
    expect(readSerial('NONREF', ' 0012 ')).toBe('0012')
    expect(readSerial('NA1')).toBe('NA1')
  })

  test('CAMT NOTPROVIDED, an ICBC voucher 0 and an empty FITID name no line', async () => {
    const camt = await sectionOf(field('60-camt-np-morning.xml'))
    const icbc = await sectionOf(field('63-icbc-morning.csv'))
    const ofx = await sectionOf(text('08-ofx-12digit-date.ofx').replace('<FITID>A1', '<FITID>'))
    const bai = await sectionOf(
      text('51-bai2-two-groups.bai')
        .replace(/^02.*EUR[\s\S]*?98,1000,1,5\/\n/m, '')
        .replace('BR1', '0'),
    )
    for (const { lines } of [camt, icbc, ofx, bai]) {
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.every(({ serial }) => serial === null)).toBe(true)
    }
  })

  test('MT940 references longer than sixteen characters are kept whole', async () => {
    const statement =
      ':20:S\n:25:1\n:28C:1\n:60F:C260114CNY0,00\n:61:2601150115C1,00NTRFUPI-2026011500000001\n:61:2601150115C1,00NTRFUPI-2026011500000002\n:62F:C260115CNY2,00\n-'
    const { lines } = await sectionOf(statement)
    expect(lines.map(({ serial }) => serial)).toEqual(['UPI-2026011500000001', 'UPI-2026011500000002'])
  })
})

describe('no amount is cut', () => {
  test('a third decimal of MT940 is refused, in entries, balances and sums, and the proof does not rest on it', async () => {
    const { sections, skipped } = await statementOf(field('40-mt-kwd.sta'))
    expect(sections.flatMap(({ lines }) => lines.map(balanceEffect))).not.toContain(123456)
    expect(skipped.some(({ reason }) => reason === 'amount-unreadable')).toBe(true)
    const cut =
      ':20:S\n:25:1\n:28C:1\n:60F:C260114KWD10,000\n:61:2601150115C0,009NTRFA\n:62F:C260115KWD10,009\n-'
    const small = await statementOf(cut)
    expect(small.skipped.map(({ reason }) => reason)).toEqual(['amount-unreadable', 'balance-unreadable'])
    expect(small.sections.map((section) => proveSection(section).verdict)).toEqual(['unprovable'])
  })

  test('amounts of BAI2 are in the smallest unit of their currency, exactly or not at all', async () => {
    const bai = (currency: string, units: string) =>
      `01,A,B,260115,1200,1,,,2/\n02,C,A,1,260115,,${currency},2/\n03,1,,010,0,,,015,${units},,/\n16,195,${units},0,R1,,a/\n49,${Number(units) * 2},3/\n98,1,1,5/\n99,1,1,7/\n`
    const effects = async (currency: string, units: string) =>
      (await statementOf(bai(currency, units))).sections.flatMap(({ lines }) => lines.map(balanceEffect))
    expect(await effects('KWD', '1234560')).toEqual([123_456])
    expect(await effects('JPY', '1234')).toEqual([123_400])
    expect(await effects('USD', '1234')).toEqual([1234])
    const { sections, skipped } = await statementOf(bai('KWD', '1234567'))
    expect(skipped.map(({ reason }) => reason)).toEqual(['amount-unreadable', 'balance-unreadable'])
    expect(sections.map((section) => proveSection(section).verdict)).toEqual(['unprovable'])
  })

  test('a third decimal is left out in CAMT, OFX and tables, and so is the balance it leads to', async () => {
    const camt = text('60-camt-np-morning.xml').replace('>20000.00<', '>0.009<')
    const ofx = text('08-ofx-12digit-date.ofx').replace(/<TRNAMT>[\d.-]+/, '<TRNAMT>1234.567')
    const table = '交易日期,收入,支出,余额\n2026-01-15,1234.567,,1234.567\n2026-01-16,1.00,,1235.567'
    for (const source of [camt, ofx, table]) {
      const { sections, skipped } = await statementOf(source)
      expect(skipped.map(({ reason }) => reason)).toContain('amount-unreadable')
      expect(sections.map((section) => proveSection(section).verdict)).not.toContain('proven')
    }
  })

  test.each([
    ['1234,567', null],
    ['1234,560', 123456],
    ['9,', 900],
    ['0,009', null],
  ])('the comma amount %s', (written, fen) => expect(readCommaAmount(written)).toBe(fen))

  test.each([
    ['1.234.567,89', 123456789],
    ['-1 250,5', -125050],
    ['200', 20000],
    ['1.23,45', null],
    ['1,234.5', null],
    ['3,005', null],
  ])('the European amount %s', (written, fen) => expect(readEuropeanAmount(written)).toBe(fen))

  test('a balance that is no amount is loud in CAMT, OFX, BAI2 and tables', async () => {
    const camt = text('23-camt-ccy.xml').replace('<Amt Ccy="EUR">142.00', '<Amt Ccy="EUR">142.005')
    const ofx = text('04-ofx-sign.ofx').replace('<BALAMT>380.00', '<BALAMT>380.005')
    const bai = text('51-bai2-two-groups.bai').replace('015,1000', '015,10x0')
    const table = '交易日期,摘要,收入,支出,余额\n2026-01-15,转账,100.00,,1OO.00\n期末余额:1x0.00'
    for (const source of [camt, ofx, bai, table]) {
      const { skipped } = await statementOf(source)
      expect(skipped.map(({ reason }) => reason)).toContain('balance-unreadable')
    }
  })

  test('3.000 is asked about where the point groups, or nothing says that it does not', async () => {
    const alone = await statementOf(field('71b-eu-thousands-only.csv'))
    expect(alone.sections.flatMap(({ lines }) => lines)).toEqual([])
    expect(alone.skipped.map(({ reason }) => reason)).toEqual(['amount-ambiguous', 'amount-ambiguous'])
    const beside = await statementOf(
      'Date;Amount;Balance;Remark\n2026-01-15;3.000;3.000;a\n2026-01-16;1.488,69;4.488,69;b',
    )
    expect(beside.skipped.map(({ reason }) => reason)).toEqual(['amount-ambiguous', 'amount-unreadable'])
  })

  test('3.000 is three where other rows show the point as decimal sign', async () => {
    const { lines } = await sectionOf(
      'Date;Amount;Balance;Remark\n2026-01-15;3.000;3.000;a\n2026-01-16;1000.500;1003.500;b',
    )
    expect(lines.map(balanceEffect)).toEqual([300, 100050])
    expect(readAmount('5000.000')).toBe(500000)
  })

  test('a mapping states decimal sign, grouping and the order of day and month', async () => {
    const comma = mappedLayout({
      format: 1,
      name: 'EU bank',
      header: ['Booking Date', 'Details', 'Credit', 'Debit', 'CCY', 'Running Balance', 'IBAN', 'Ref'],
      columns: {
        date: 'Booking Date',
        remark: 'Details',
        credit: 'Credit',
        debit: 'Debit',
        balance: 'Running Balance',
      },
      amountSign: 'signed',
      decimalSign: ',',
    })
    const section = await sectionOf(field('eu-comma.csv'), [comma])
    expect(section.lines.map(balanceEffect)).toEqual([125050, -20025])
    expect(proveSection(section).verdict).toBe('proven')
    const dates = (dateOrder: 'day-first' | 'month-first') =>
      mappedLayout({
        format: 1,
        name: 'EU dates',
        header: ['Date', 'Details', 'Amount', 'Balance'],
        columns: { date: 'Date', remark: 'Details', amount: 'Amount', balance: 'Balance' },
        amountSign: 'signed',
        dateOrder,
      })
    const days = await sectionOf(field('97-eu-dates.csv'), [dates('day-first')])
    expect(days.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-03-21', '2026-03-22'])
    const american = await statementOf('Date;Details;Amount;Balance\n03/04/2026;a;1.00;1.00', [
      dates('month-first'),
    ])
    expect(american.sections[0]?.lines[0]?.bookedOn).toBe('2026-03-04')
  })

  test('an entry in another currency uses the amount in the account’s, else is left out alone and loudly', async () => {
    const { sections, skipped } = await statementOf(field('23-camt-ccy.xml'))
    expect(sections[0]?.lines.map(({ amount, currency }) => [amount, currency])).toEqual([[5000, 'EUR']])
    expect(skipped).toMatchObject([{ reason: 'other-currency', place: { row: 1 } }])
    const stated = text('23-camt-ccy.xml').replace(
      '<TxDtls>',
      '<TxDtls><AmtDtls><InstdAmt><Amt Ccy="USD">100.00</Amt></InstdAmt><CntrValAmt><Amt Ccy="EUR">92.00</Amt></CntrValAmt></AmtDtls>',
    )
    const whole = await sectionOf(stated)
    expect(whole.lines.map(({ amount }) => amount)).toEqual([9200, 5000])
    expect(proveSection(whole).verdict).toBe('proven')
  })
})

describe('text is decoded as it was written', () => {
  test('the encoding that OFX or XML declares counts where the bytes are no UTF-8', async () => {
    const ofx = await statementOf(field('01b-ofx-charset-8859-1.ofx'))
    expect([ofx.encoding, ofx.undecodable]).toEqual(['windows-1252', 0])
    expect(JSON.stringify(ofx.sections)).toContain('Société Prépayée')
    const camt = await sectionOf(field('20-camt-latin1.xml'))
    expect(camt.lines[0]?.counterpartyName).toBe('Müller Größe & Söhne')
  })

  test('a file that declares Windows-1252 and is UTF-8 is read as UTF-8', () => {
    const bytes = new TextEncoder().encode('OFXHEADER:100\nCHARSET:1252\n\n<OFX>Müller 甲公司')
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', text: expect.stringContaining('甲公司') })
  })

  test('MT940 says nothing of its encoding: Latin letters are guessed as Windows-1252, runs of Han as GB18030', () => {
    expect(decodeText(latin1(':86:M\xfcller Gr\xf6\xdfe GmbH, Soci\xe9t\xe9'))).toMatchObject({
      encoding: 'windows-1252-guessed',
      text: ':86:Müller Größe GmbH, Société',
    })
    const chinese = Buffer.from('3a38363ac9cfbaa3bcd7d2d2bfc6bcbcb1a3d6a4bdf0', 'hex')
    expect(decodeText(chinese)).toMatchObject({ encoding: 'gb18030-guessed', text: ':86:上海甲乙科技保证金' })
  })

  test('numeric references, CDATA and inline tags are text in CAMT and in OFX', async () => {
    const camt = await sectionOf(field('21-camt-charref.xml'))
    expect(camt.lines[0]?.counterpartyName).toBe('Müller 杭州示例 & Söhne "x"')
    const ofx = await sectionOf(field('13-ofx-cdata-br.ofx'))
    expect(ofx.lines.map(({ counterpartyName, remark }) => [counterpartyName, remark])).toEqual([
      ['Alpha & Sons Ltd', 'deposit 2026'],
      ['Beta Ltd', 'transfer receipt 17395 deposit Beta 2026'],
    ])
    const inCamt = text('21-camt-charref.xml').replace(
      '<Ustrd>u</Ustrd>',
      '<Ustrd><![CDATA[A &amp; B <保证金>]]><br/>&#x7532;</Ustrd>',
    )
    expect((await sectionOf(inCamt)).lines[0]?.remark).toBe('A &amp; B <保证金> 甲')
    const inOfx = text('13-ofx-cdata-br.ofx').replace('Beta Ltd', 'Smith &#38; Co &#233;t&#xe9; &#0; &bogus;')
    expect((await sectionOf(inOfx)).lines[1]?.counterpartyName).toBe('Smith & Co été &#0; &bogus;')
  })

  test('numeric references are text in an HTML table too, and what they escape stays text', async () => {
    const html =
      '<html><table><tr><td>交易日期</td><td>收入</td><td>支出</td><td>余额</td><td>对方户名</td></tr><tr><td>2026-01-15</td><td>5.00</td><td></td><td>5.00</td><td>M&#252;ller &#x676d;&#24030; &#38; &#60;S&#62;</td></tr></table></html>'
    expect((await sectionOf(html)).lines[0]?.counterpartyName).toBe('Müller 杭州 & <S>')
  })

  test('a lone dash ends an MT940 message only where nothing of it follows', async () => {
    const { lines } = await sectionOf(field('44-mt-dash.sta'))
    expect(lines.map(({ remark }) => remark)[0]).toBe('line one - line two after dash : my reference')
    const two =
      ':20:A\n:25:1\n:60F:C260114CNY0,00\n:62F:C260115CNY0,00\n:86:end\n-\nBANKXX\n940\n:20:B\n:25:2\n:60F:C260114CNY0,00\n:62F:C260115CNY0,00\n-'
    expect((await statementOf(two)).sections.map(({ account }) => account)).toEqual(['1', '2'])
  })
})

describe('the structure of a message decides', () => {
  test('OFX without a statement is refused in words', async () => {
    expect(await reading(field('06-ofx-noacct.qfx'))).toMatchObject({
      kind: 'refused',
      reason: 'no-statement',
    })
  })

  test('CAMT and BAI2 without a statement are refused in the same words; an entry of CAMT outside one is left out', async () => {
    const empty = text('60-camt-np-morning.xml').replace(/<Stmt>.*<\/Stmt>/s, '')
    for (const source of [empty, '01,A,B,260115,1200,1,,,2/\n99,0,0,2/\n']) {
      expect(await reading(Buffer.from(source))).toMatchObject({ kind: 'refused', reason: 'no-statement' })
    }
    const outside = text('60-camt-np-morning.xml').replace(/(<Ntry>.*?<\/Ntry>)(.*?<\/Stmt>)/s, '$1$2$1')
    const { sections, skipped } = await statementOf(outside)
    expect(sections.flatMap(({ lines }) => lines)).toHaveLength(1)
    expect(skipped).toMatchObject([{ reason: 'outside-statement' }])
  })

  test('a card statement that is closed as another kind ends there', async () => {
    const { sections } = await statementOf(field('07-ofx-cc-mismatch.ofx'))
    expect(sections.map(({ account, lines }) => [account, lines.map(balanceEffect)])).toEqual([
      ['4000', [-500]],
      ['5000', [-600]],
    ])
  })

  test('a transaction that is never closed ends where the next begins', async () => {
    const open = text('04-ofx-sign.ofx').replace('<TRNTYPE>DEBIT', '<TRNTYPE>OTHER').replace('</STMTTRN>', '')
    expect((await sectionOf(open)).lines.map(balanceEffect)).toEqual([12000, 50000])
  })

  test('a transaction in which the file ends, and one outside every statement, are left out and matter', async () => {
    const torn = text('04-ofx-sign.ofx').replace(/<NAME>In[\s\S]*$/, '')
    expect((await statementOf(torn)).skipped.map(({ reason }) => reason)).toEqual([
      'flag-contradicts',
      'record-unreadable',
    ])
    const outside = text('13-ofx-cdata-br.ofx').replace(
      '</OFX>',
      '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260115<TRNAMT>7.00<FITID>Z</STMTTRN></OFX>',
    )
    expect((await statementOf(outside)).skipped).toMatchObject([{ reason: 'outside-statement' }])
  })

  test('a type against its sign is a contradiction', async () => {
    const { sections, skipped } = await statementOf(field('04-ofx-sign.ofx'))
    expect(sections[0]?.lines.map(balanceEffect)).toEqual([50000])
    expect(skipped).toMatchObject([{ reason: 'flag-contradicts', place: { row: 1 } }])
  })

  test('a BAI2 account keeps the currency of its own group', async () => {
    const { sections } = await statementOf(field('51-bai2-two-groups.bai'))
    expect(sections.map(({ account, currency }) => [account, currency])).toEqual([
      ['100', 'USD'],
      ['200', 'EUR'],
    ])
    expect(sections.map((section) => proveSection(section).verdict)).toEqual(['proven', 'proven'])
  })

  test('a BAI2 record without money is a note', async () => {
    expect((await statementOf(field('52-bai2-890.bai'))).skipped).toMatchObject([{ reason: 'no-money' }])
  })

  test('structured references and their additional text are in the remark', async () => {
    const { lines } = await sectionOf(field('22-camt-strd.xml'))
    expect(lines.map(({ remark }) => remark)).toEqual([
      'RF18539007547034 保证金 入驻',
      '?REJECT?0 333333333333333333333333334',
    ])
  })

  test('a returned payment keeps reason and text, and its other party is the other party', async () => {
    const [line] = (await sectionOf(field('27b-camt-return-credit.xml'))).lines
    expect(line).toMatchObject({
      counterpartyName: 'Alpha Ltd',
      remark: 'refund of deposit Alpha AC01 account closed',
      direction: 'in',
    })
    expect(line && saysReturn(line)).toBe(true)
    // A bank that turns the roles round names the account's own number.
    const turned = text('27b-camt-return-credit.xml').replace(
      '<Dbtr><Nm>OWN MARKET</Nm></Dbtr><Cdtr><Nm>Alpha Ltd</Nm></Cdtr>',
      '<Dbtr><Nm>Alpha Ltd</Nm></Dbtr><Cdtr><Nm>OWN MARKET</Nm></Cdtr><CdtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></CdtrAcct>',
    )
    expect((await sectionOf(turned)).lines[0]?.counterpartyName).toBe('Alpha Ltd')
  })

  test('a message that says by a code that a payment comes back says 退汇', async () => {
    const coded = text('60-camt-np-morning.xml').replace(
      '<NtryDtls>',
      '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>',
    )
    const mt =
      ':20:S\n:25:1\n:60F:C260114CNY0,00\n:61:2601150115C1,00NRTIA1\n:86:back\n:61:2601150115C1,00NTRFA2\n:62F:C260115CNY2,00\n-'
    const lines = [...(await sectionOf(coded)).lines, ...(await sectionOf(mt)).lines]
    expect(lines.map(saysReturn)).toEqual([true, true, false])
    const plain = await sectionOf(text('60-camt-np-morning.xml'))
    expect(plain.lines.map(saysReturn)).toEqual([false])
  })

  test('balances among the entries are no payments, in OFX, MT940 and tables', async () => {
    const ofx = await statementOf(field('68-ofx-balance-rows.ofx'))
    expect(ofx.sections[0]?.lines.map(balanceEffect)).toEqual([50000])
    expect(ofx.skipped.map(({ reason }) => reason)).toEqual(['balance', 'balance'])
    const table = await statementOf(
      '交易日期,备注,收入,支出,余额\n2026-01-15,期初余额,100.00,,100.00\n2026-01-15,货款,5.00,,105.00',
    )
    expect(table.sections[0]?.lines.map(balanceEffect)).toEqual([500])
    const mt = await statementOf(
      ':20:S\n:25:1\n:28C:1\n:60F:C260114BRL1,00\n:61:2601150115C1,00NTRFNONREF\n:86:Saldo Anterior\n:62F:C260115BRL1,00\n-',
    )
    expect(mt.skipped.map(({ reason }) => reason)).toEqual(['balance'])
  })

  test('the day is the bank’s own day, whatever zone it names', async () => {
    const ofx = await sectionOf(field('05-ofx-tz.ofx'))
    const camt = await sectionOf(field('25-camt-dt-tz.xml'))
    expect([...ofx.lines, ...camt.lines].map(({ bookedOn }) => bookedOn)).toEqual(
      Array(10).fill('2026-01-31'),
    )
  })

  test('an OFX instant of twelve digits has hours and minutes', async () => {
    const [line] = (await sectionOf(field('08-ofx-12digit-date.ofx'))).lines
    expect(line).toMatchObject({ bookedOn: '2026-01-15', bookedTime: '11:20:00' })
  })
})

describe('columns nobody read', () => {
  test('CCB’s new columns are read: account and name in one cell, remark, the account above the table', async () => {
    const { sections, unread } = await statementOf(field('70-ccb-new.csv'))
    expect(sections[0]?.account).toBe('6217000000000000001')
    expect(sections[0]?.lines[0]).toMatchObject({
      counterpartyName: '上海示例甲科技有限公司',
      counterpartyAccount: '31050161364000001234',
      remark: '保证金 入驻',
      balanceAfter: 3000000,
    })
    expect(unread).toEqual(['钞汇'])
  })

  test('CMBC’s names are read, and what is left over is named', async () => {
    const { sections, unread } = await statementOf(field('79b-cmbc-kehu.csv'))
    expect(sections[0]?.lines[0]).toMatchObject({
      counterpartyName: '上海示例甲科技有限公司',
      remark: '保证金 上海示例甲科技有限公司',
    })
    expect(unread).toEqual(['对方开户行'])
  })

  test('CIB’s unit in the middle of a name, ABC’s balance and three remarks are read', async () => {
    const cib = await sectionOf(
      '交易日期,主机交易流水号,借方发生额/元(支取),贷方发生额/元(收入),账户余额/元,摘要\n2026-01-15,A1,,5.00,5.00,货款',
    )
    expect(cib.lines[0]).toMatchObject({ serial: 'A1', amount: 500, balanceAfter: 500 })
    const abc = await sectionOf(
      '交易时间,收入金额,支出金额,本次余额,对方户名\n2026-01-15 09:00:00,5.00,,5.00,甲',
    )
    expect(abc.lines[0]?.balanceAfter).toBe(500)
    const beijing = await sectionOf(
      '交易日期,收入金额,支出金额,余额,备注1,备注2,备注3\n2026-01-15,5.00,,5.00,保证金,甲公司,保证金',
    )
    expect(beijing.lines[0]?.remark).toBe('保证金 甲公司')
  })

  test('two columns of one name are both read', async () => {
    const { sections, unread } = await statementOf(field('74-dup-header.csv'))
    expect(sections[0]?.lines[0]?.summary).toBe('转账 保证金 甲公司')
    expect(unread).toEqual([])
  })
})

describe('times', () => {
  test.each([
    ['2026-01-15 00:00:00', '09:12:33', '09:12:33'],
    ['2026-01-15 00:00:00', '', '00:00:00'],
    ['2026-01-15 09:12:33', '', '09:12:33'],
    ['2026-01-15', '9:12:33 PM', '21:12:33'],
    ['2026-01-15', '12:05 am', '00:05:00'],
    ['2026-01-15 下午 3:20', '', '15:20:00'],
    ['2026-01-15', '上午10:00:01', '10:00:01'],
    ['2026-01-15', '13:00 AM', null],
    ['20260115', '091233', '09:12:33'],
  ])('%s and %s', (date, time, expected) => {
    expect(readMoment(date, time)).toEqual({ date: '2026-01-15', time: expected })
  })
})

describe('what is no statement is named as what it is', () => {
  test('a sound ZIP64 workbook is read or called ZIP64', async () => {
    expect(await reading(field('93-xlsx-zip64-full.xlsx'))).toMatchObject({ reason: 'zip64-workbook' })
  })

  test.each([
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('a %s is called a picture', async (_, bytes) => {
    expect(await reading(bytes)).toMatchObject({ kind: 'refused', reason: 'picture' })
  })
})
