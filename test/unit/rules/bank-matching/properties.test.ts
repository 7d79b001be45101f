import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '#shared/base/fold-name.ts'
import { createMatcher } from '#shared/rules/bank-matching/match-line.ts'
import type { LineToMatch } from '#shared/rules/bank-matching/match-types.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import { ASKED, DUE, match, matchAll, settings } from './matching.ts'

const NAMES = [
  '样本科技有限公司',
  '样本科技股份有限公司',
  '北京样本科技有限公司',
  '样本（北京）科技有限公司',
  '样本科技有限公司北京分公司',
  '昇腾软件有限公司',
  '升腾软件有限公司',
  '张三',
  '张三丰',
  'Acme',
  'Acme UK',
  '',
]
const name = fc.constantFrom(...NAMES)
const deposits: fc.Arbitrary<OpenItem[]> = fc
  .array(
    fc.record({
      kind: fc.constant('deposit' as const),
      counterparty: name.filter((each) => each !== ''),
      due: fc.constantFrom(0, DUE, DUE, 2 * DUE),
      accounts: fc.constantFrom<string[]>([], ['6222'], ['6223']),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((each, at) => ({ id: `P${at + 1}`, ...each })))
const remark = fc
  .tuple(
    fc.constantFrom('', '代', '新 ', 'AI', '保证金-', '缴'),
    name,
    fc.constantFrom('', '、', '-', '集团', ' K', '2'),
    fc.constantFrom('', '', '', ...NAMES),
    fc.constantFrom(
      ASKED,
      ASKED,
      '保证金',
      '-Kube',
      '货款',
      '服务费',
      '',
      `${ASKED}2`,
      '-Kubesphere Markeplace 保证金',
    ),
  )
  .map((parts) => parts.join(''))
const line: fc.Arbitrary<LineToMatch> = fc.record({
  direction: fc.constantFrom<'in' | 'out'>('in', 'in', 'in', 'out'),
  isReversal: fc.constantFrom(false, false, false, true),
  isDirectionProven: fc.constantFrom(true, true, true, false),
  amount: fc.constantFrom(DUE, DUE, DUE, 2 * DUE, 3 * DUE, DUE - 1, 10 * DUE),
  payer: name,
  payerAccount: fc.constantFrom('', '6222', '6223'),
  remark,
  summary: fc.constantFrom('转账', '转账', '货款', '退汇'),
})
const RUNS = { numRuns: 1500 }

/** Other writings of the same text: wide letters, other dashes and brackets, blanks, invisible characters. */
const VARIANTS: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('-', '—'),
  (text) => text.replaceAll('（', '(').replaceAll('）', ' )'),
  (text) => text.toUpperCase(),
  (text) => text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  (text) => ` ${text}\u3000`,
  (text) => [...text].join('\u200b'),
]

/** Separators between name and wording are anybody's. */
const bare = (text: string) => text.replaceAll('-', '')

describe('matching, whatever the line and the deposits', () => {
  it('an automatic match has the folded name and the amount of its deposit', () => {
    fc.assert(
      fc.property(line, deposits, (each, open) => {
        const { decision, candidates } = match(each, open)
        if (decision !== 'auto') return
        expect(candidates).toHaveLength(1)
        const own = open.find(({ id }) => id === candidates[0]?.id)
        expect(own?.due).toBe(each.amount)
        const folded = foldName(own?.counterparty ?? '')
        if (each.payer === '') expect(bare(foldName(each.remark))).toBe(bare(folded + foldName(ASKED)))
        else expect(foldName(each.payer)).toBe(folded)
      }),
      RUNS,
    )
  })

  it('there is no automatic match where two deposits fit equally', () => {
    fc.assert(
      fc.property(line, deposits, (each, open) => {
        const { decision, candidates } = match(each, open)
        const own = open.find(({ id }) => id === candidates[0]?.id)
        if (decision !== 'auto' || own === undefined) return
        const twin = { ...own, id: 'twin', accounts: [] }
        expect(match(each, [...open, twin]).decision).toBe('suggest')
      }),
      RUNS,
    )
  })

  it('the order of the deposits changes no decision, only ties', () => {
    fc.assert(
      fc.property(line, deposits, (each, open) => {
        const forward = match(each, open)
        const back = match(each, open.toReversed())
        expect(back.decision).toBe(forward.decision)
        const byId = ({ candidates }: typeof forward) =>
          candidates.map(({ id, reasons }) => [id, [...reasons].sort().join()].join(':')).sort()
        expect(byId(back)).toEqual(byId(forward))
      }),
      RUNS,
    )
  })

  it('another writing of the same line is decided alike', () => {
    fc.assert(
      fc.property(line, deposits, fc.constantFrom(...VARIANTS), (each, open, vary) => {
        const varied = { ...each, payer: vary(each.payer), remark: vary(each.remark) }
        expect(match(varied, open)).toEqual(match(each, open))
      }),
      RUNS,
    )
  })

  it('another writing of the registered names is decided alike', () => {
    fc.assert(
      fc.property(line, deposits, fc.constantFrom(...VARIANTS), (each, open, vary) => {
        const varied = open.map((deposit) => ({ ...deposit, counterparty: vary(deposit.counterparty) }))
        expect(match(each, varied)).toEqual(match(each, open))
      }),
      RUNS,
    )
  })

  it('the order of the lines changes no decision, and no two of them close one deposit', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), deposits, (lines, open) => {
        const found = matchAll(lines, open)
        expect(matchAll(lines.toReversed(), open)).toEqual(found.toReversed())
        const closed = found
          .filter(({ decision }) => decision === 'auto')
          .map((each) => each.candidates[0]?.id)
        expect(new Set(closed).size).toBe(closed.length)
      }),
      RUNS,
    )
  })

  it('a line is decided as if it were matched alone', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), deposits, (lines, open) => {
        const matcher = createMatcher(open, settings)
        expect(lines.map(matcher)).toEqual(lines.map((each) => match(each, open)))
      }),
      RUNS,
    )
  })

  it('nothing that goes out is matched', () => {
    fc.assert(
      fc.property(line, deposits, (each, open) => {
        expect(match({ ...each, direction: 'out' }, open).decision).toBe('none')
      }),
      RUNS,
    )
  })
})
