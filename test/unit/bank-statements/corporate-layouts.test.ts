import { describe, expect, test } from 'vitest'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { compareWithKnown, knownAfter, NOTHING_KNOWN } from '#shared/rules/known-lines/compare-with-known.ts'
import { asExpected, CORPORATE } from './corporate-set.ts'
import { fixture, sectionOf, statementOf } from './statement-files.ts'

const FILES = [
  { file: 'icbc_historydetail.csv', format: 'icbc-history', encoding: 'gb18030', joinsPurpose: false },
  { file: 'icbc_wrong_dimension.xlsx', format: 'icbc-workbook', encoding: 'workbook', joinsPurpose: false },
  { file: 'boc_hisqry_gb18030.csv', format: 'boc-hisqry', encoding: 'gb18030', joinsPurpose: false },
  { file: 'ccb.csv', format: 'ccb-history', encoding: 'gb18030', joinsPurpose: true },
  { file: 'cmb_preamble.xlsx', format: 'cmb-history', encoding: 'workbook', joinsPurpose: false },
  { file: 'camt053_cny.xml', format: 'camt053', encoding: 'utf-8', joinsPurpose: true },
]

describe.each(FILES)('$file', ({ file, format, encoding, joinsPurpose }) => {
  const bytes = fixture(`corporate/${file}`)

  test('is known by its content', async () => {
    expect(await statementOf(bytes)).toMatchObject({ format, encoding, undecodable: 0 })
  })

  test('holds the 24 transactions, exact to the fen and the second', async () => {
    const { lines } = await sectionOf(bytes)
    const hasBalances = format !== 'camt053'
    // CCB and CAMT have one text for purpose and remark.
    const expected = CORPORATE.transactions.map((each) => ({
      ...each,
      purpose: joinsPurpose ? '' : each.purpose,
      remark: joinsPurpose ? [each.purpose, each.remark].filter(Boolean).join(' ') : each.remark,
      balance_after: hasBalances ? each.balance_after : null,
    }))
    expect(lines.map(asExpected)).toEqual(expected)
  })

  test('sees the reversal as money in on the debit side', async () => {
    const { lines } = await sectionOf(bytes)
    const reversals = lines.filter(({ isReversal }) => isReversal)
    expect(reversals).toHaveLength(1)
    expect(reversals[0]).toMatchObject({ direction: 'in', side: 'debit', amount: 1500, summary: '冲正' })
  })

  test('is proven, with the opening and closing balance of the account', async () => {
    const proof = proveSection(await sectionOf(bytes))
    expect(proof.verdict).toBe('proven')
    expect(decimalAmount(proof.opening ?? 0)).toBe(CORPORATE.opening_balance)
    expect(decimalAmount(proof.closing ?? 0)).toBe(CORPORATE.closing_balance)
  })

  test('knows the lines of the other files, and they its own', async () => {
    const { lines } = await sectionOf(bytes)
    const others = (await sectionOf(fixture('corporate/ccb.csv'))).lines
    for (const [some, known] of [
      [lines, others],
      [others, lines],
    ] as const) {
      const names = lineIdentities(some)
      expect(new Set(names).size).toBe(24)
      const account = knownAfter(NOTHING_KNOWN, known, lineIdentities(known))
      expect(compareWithKnown(some, names, account)).toEqual(Array(24).fill('known'))
    }
  })

  test('leaves out no row that may be money', async () => {
    const { skipped } = await statementOf(bytes)
    const left = skipped.map(({ reason }) => reason).filter((reason) => !['head', 'total'].includes(reason))
    expect(left).toEqual([])
  })
})

test("BOC's head is proven: counts and sums of both sides", async () => {
  const { checks } = proveSection(await sectionOf(fixture('corporate/boc_hisqry_gb18030.csv')))
  expect(checks.map(({ check, verdict }) => [check, verdict])).toEqual([
    ['running-balance', 'proven'],
    ['debit-sum', 'proven'],
    ['credit-sum', 'proven'],
    ['debit-count', 'proven'],
    ['credit-count', 'proven'],
    ['count', 'proven'],
  ])
})

test("CMB's last row is a total that is proven, and its preamble tells the account", async () => {
  const section = await sectionOf(fixture('corporate/cmb_preamble.xlsx'))
  expect(section).toMatchObject({
    account: CORPORATE.own_account,
    accountName: '北京青云科技股份有限公司',
    currency: 'CNY',
  })
  expect(section.totals).toMatchObject({ debitSum: 12845678, creditSum: 25345302 })
})
