import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cli } from './cli-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-statement-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bank = (path: string) => fileURLToPath(new URL(`../../fixtures/bank/${path}`, import.meta.url))
const objects = (out: string) =>
  out.split('\n').map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('statement read', () => {
  test('--json prints an object a line and then a summary', async () => {
    const { code, out } = await cli('statement', 'read', bank('corporate/icbc_historydetail.csv'), '--json')
    const printed = objects(out)
    expect(code).toBe(0)
    expect(printed).toHaveLength(25)
    expect(printed[14]).toEqual({
      serial: '20261111000015',
      bookedAt: '2026-11-11T09:30:00',
      direction: 'in',
      amount: '15.00',
      currency: null,
      counterpartyName: '',
      counterpartyAccount: '',
      summary: '冲正',
      purpose: '手续费冲正',
      remark: '原交易20261109000012',
      isReversal: true,
      balanceAfter: '1044995.01',
      directionProven: true,
      account: '0200001109024543164',
      page: '1',
      row: 17,
    })
    expect(printed[24]).toMatchObject({
      format: 'icbc-history',
      encoding: 'gb18030',
      account: '0200001109024543164',
      balances: { opening: '1000000.00', closing: '1124996.24' },
      lines: 24,
      proof: { verdict: 'proven' },
      skipped: [{ page: '1', row: 1, reason: 'head', matters: false, excerpt: '[HISTORYDETAIL]' }],
    })
  })

  test('a name says nothing: the same bytes under another read the same', async () => {
    const renamed = join(folder, 'photo.jpg')
    copyFileSync(bank('personal/ccb-transactions.xls'), renamed)
    const one = await cli('statement', 'read', bank('personal/ccb-transactions.xls'), '--json')
    expect(await cli('statement', 'read', renamed, '--json')).toEqual(one)
  })

  test('what contradicts itself is exit code 1, and the table says where', async () => {
    const { code, out } = await cli('statement', 'read', bank('personal/ccb-transactions.xls'))
    expect(code).toBe(1)
    expect(out).toContain('证明: 矛盾')
    expect(out).toContain('running-balance: 1625.11 ≠ 1579.11')
  })

  test('a row left out that may be money is exit code 1', async () => {
    const rows = '交易日期,借方金额,贷方金额,余额\n20261102,,5,5\n20261103,,7,12\n20261104,x,,12\n'
    const { code, out } = await cli('statement', 'read', file('rows.csv', rows), '--lang', 'en')
    expect(code).toBe(1)
    expect(out).toContain('1:4 amount-unreadable 20261104 x 12')
  })

  test('--known tells what an import would add', async () => {
    const { out } = await cli(
      ...[
        'statement',
        'read',
        bank('corporate/ccb.csv'),
        '--json',
        '--known',
        bank('corporate/icbc_historydetail.csv'),
      ],
    )
    expect(new Set(objects(out).map(({ novelty }) => novelty))).toEqual(new Set(['known', undefined]))
  })

  /** Novelties by payer, or remark where there is none. */
  const noveltiesOf = async (path: string, known: string) => {
    const { out } = await cli('statement', 'read', path, '--json', '--known', known)
    return objects(out).flatMap(({ counterpartyName, remark, novelty }) =>
      novelty === undefined ? [] : [[counterpartyName === '' ? remark : counterpartyName, novelty]],
    )
  }
  const mt = (...entries: readonly (readonly [string, string])[]) =>
    [
      ':20:S\n:25:6222000011112222\n:28C:1\n:60F:C260114CNY0,00',
      ...entries.map(([reference, said]) => `:61:2601150115C20000,00NTRF${reference}\n:86:${said}`),
      `:62F:C260115CNY${entries.length * 20000},00\n-`,
    ].join('\n')
  const ofx = (...entries: readonly (readonly [string, string])[]) =>
    `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>${entries
      .map(
        ([id, name]) =>
          `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260115<TRNAMT>20000.00<FITID>${id}<NAME>${name}</STMTTRN>`,
      )
      .join('')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

  test('--known takes two vendors’ deposits of one day as two, whatever the bank numbers them by', async () => {
    const [morning, evening] = ['60-camt-np-morning.xml', '60-camt-np-evening.xml'].map((name) =>
      bank(`field/${name}`),
    ) as [string, string]
    const camt = [
      ['Beta Ltd', 'new'],
      ['Alpha Ltd', 'known'],
    ]
    expect(await noveltiesOf(evening, morning)).toEqual(camt)
    const icbc = await noveltiesOf(bank('field/63-icbc-evening.csv'), bank('field/63-icbc-morning.csv'))
    expect(icbc).toEqual([
      ['北京示例乙软件有限公司', 'new'],
      ['上海示例甲科技有限公司', 'known'],
    ])
    const nonref = file('nonref.sta', mt(['NONREF', 'deposit alpha']))
    expect(await noveltiesOf(file('b.sta', mt(['NONREF', 'deposit beta'])), nonref)).toEqual([
      ['deposit beta', 'new'],
    ])
    const reused = file('reused.ofx', ofx(['7', 'Alpha Ltd']))
    expect(await noveltiesOf(file('two.ofx', ofx(['7', 'Beta Ltd'], ['7', 'Alpha Ltd'])), reused)).toEqual(
      camt,
    )
    expect(await noveltiesOf(file('other.ofx', ofx(['7', 'Beta Ltd'])), reused)).toEqual([
      ['Beta Ltd', 'overlapping'],
    ])
  })

  test('--known tells references apart that differ in their tails', async () => {
    const one = file('one.sta', mt(['UPI-2026011500000001', 'deposit']))
    const both = file(
      'both.sta',
      mt(['UPI-2026011500000002', 'deposit'], ['UPI-2026011500000001', 'deposit']),
    )
    expect(await noveltiesOf(both, one)).toEqual([
      ['deposit', 'new'],
      ['deposit', 'known'],
    ])
    expect(await noveltiesOf(file('next.sta', mt(['UPI-2026011500000002', 'deposit'])), one)).toEqual([
      ['deposit', 'new'],
    ])
  })

  test('--known knows a statement that was saved in another format', async () => {
    const table =
      '交易日期,流水号,收入,支出,余额,对方户名,备注\n2026-01-15,0007,20000.00,,20000.00,Alpha Ltd,deposit\n2026-01-15,0008,20000.00,,40000.00,Beta Ltd,deposit 2026'
    const message = file('saved.ofx', ofx(['8', 'Beta Ltd'], ['7', 'Alpha Ltd']))
    const known = [
      ['Beta Ltd', 'known'],
      ['Alpha Ltd', 'known'],
    ]
    expect(await noveltiesOf(message, file('saved.csv', table))).toEqual(known)
    expect(await noveltiesOf(file('saved-too.csv', table), message)).toEqual(known.toReversed())
  })

  test('an unknown table is exit code 2 and shows its header, which a mapping then reads', async () => {
    const table = file('odd.csv', 'Tag,Was,Wieviel\n2026-11-02,x,5.00\n')
    const refused = await cli('statement', 'read', table)
    expect(refused.code).toBe(2)
    expect(refused.errors).toContain('"header": ["Tag","Was","Wieviel"]')
    const mapping = file(
      'odd.json',
      JSON.stringify({
        format: 1,
        name: 'odd',
        header: ['Tag', 'Was', 'Wieviel'],
        columns: { date: 'Tag', amount: 'Wieviel' },
      }),
    )
    const { code, out } = await cli('statement', 'read', table, '--mapping', mapping, '--json')
    expect(code).toBe(1)
    expect(objects(out)[0]).toMatchObject({ amount: '5.00', direction: 'in' })
  })

  test('a file that is not there, and a mapping that is none, are exit code 2', async () => {
    expect((await cli('statement', 'read', join(folder, 'none'))).code).toBe(2)
    const wrong = file('wrong.json', '{"format":1}')
    expect((await cli('statement', 'read', bank('corporate/ccb.csv'), '--mapping', wrong)).code).toBe(2)
  })

  test('nothing a payer writes steers the terminal', async () => {
    const text = '交易日期,借方金额,贷方金额,余额,摘要\n20261102,,5,5,\u001b[31mred\n'
    expect((await cli('statement', 'read', file('escape.csv', text))).out).not.toContain('\u001b')
  })
})
