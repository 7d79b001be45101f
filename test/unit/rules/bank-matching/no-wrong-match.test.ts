import { describe, expect, it } from 'vitest'
import { matchLines } from '#shared/rules/bank-matching/match-lines.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { LineToMatch } from '#shared/rules/bank-matching/match-types.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import { ASKED, DUE, match, matchAll, owing, paid } from './matching.ts'

const A = '杭州样本科技有限公司'
const B = '成都范例软件有限公司'

type Case = readonly [why: string, line: LineToMatch, deposits: readonly OpenItem[]]

const NEVER_AUTOMATIC: readonly Case[] = [
  ['payer A, remark B', paid(A, B + ASKED), owing(A, B)],
  ['payer A, remark of a company not registered', paid(A, B + ASKED), owing(A)],
  ['payer not registered, remark B', paid(A, B + ASKED), owing(B)],
  ['payer A, remark A and B', paid(A, `${A}、${B}${ASKED}`), owing(A, B)],
  ['payer A, remark A and a company not registered', paid(A, `${A}、${B}${ASKED}`), owing(A)],
  ['payer A, remark A on behalf of another', paid(A, `${A}代付${B}保证金`), owing(A)],
  ['payer A, account of B', paid(A, A + ASKED, { payerAccount: '6222' }), withAccount(A, B)],
  ['no payer, account of B', paid('', A + ASKED, { payerAccount: '6222' }), withAccount(A, B)],
  ['no payer, a longer name before', paid('', `上海${A}${ASKED}`), owing(A)],
  ['no payer, a longer name after', paid('', `${A}北京分公司${ASKED}`), owing(A)],
  ['no payer, a longer name in brackets', paid('', `${A}（北京）${ASKED}`), owing(A)],
  ['no payer, a longer name by a hyphen', paid('', `新-${A}${ASKED}`), owing(A)],
  ['no payer, a longer name by a blank', paid('', `新 ${A}${ASKED}`), owing(A)],
  ['no payer, Latin letters before', paid('', `AI${A}${ASKED}`), owing(A)],
  ['no payer, Latin letters after', paid('', `${A}K${ASKED}`), owing(A)],
  ['no payer, the pattern misspelt', paid('', `${A}-KubeSphere Markeplace 保证金`), owing(A)],
  ['no payer, half of the pattern', paid('', `${A}保证金`), owing(A)],
  ['no payer, a remark cut short', paid('', `${A}-Kube`), owing(A)],
  ['no payer, a name without legal form', paid('', `杭州样本科技${ASKED}`), owing(A)],
  ['no payer, a person of a longer name', paid('', `王张三${ASKED}`), owing('张三')],
  ['no payer, a person of a longer given name', paid('', `张三丰${ASKED}`), owing('张三')],
  ['no payer, a Latin name with one word more', paid('', `Acme UK${ASKED}`), owing('Acme')],
  ['no payer, a Latin name with one word before', paid('', `New Acme${ASKED}`), owing('Acme')],
  ['a Latin name with one letter more', paid('Acme', `Acme K${ASKED}`), owing('Acme')],
  ['a Latin name with a suffix by hyphen', paid('Acme', `Acme-AI${ASKED}`), owing('Acme')],
  ['a Latin name of a sister company', paid('Acme', `Acme UK${ASKED}`), owing('Acme')],
  ['the branch office pays', paid(`${A}上海分公司`, A + ASKED), owing(A)],
  ['the branch office is meant', paid(A, `${A}上海分公司${ASKED}`), owing(A)],
  ['another legal form', paid('杭州样本科技股份有限公司', `杭州样本科技${ASKED}`), owing(A)],
  [
    'two legal forms of one short name',
    paid(A, `杭州样本科技${ASKED}`),
    owing(A, '杭州样本科技股份有限公司'),
  ],
  ['another region in brackets', paid('样本（北京）有限公司', '保证金'), owing('样本（上海）有限公司')],
  ['a hyphen more', paid('样本-云有限公司', `样本-云有限公司${ASKED}`), owing('样本云有限公司')],
  [
    'characters that simplify alike, as payer',
    paid('升腾科技有限公司', `升腾科技有限公司${ASKED}`),
    owing('昇腾科技有限公司'),
  ],
  [
    'characters that simplify alike, in the remark',
    paid('升腾科技有限公司', `昇腾科技有限公司${ASKED}`),
    owing('升腾科技有限公司'),
  ],
  ['names that simplify alike', paid('', `升腾有限公司${ASKED}`), owing('昇腾有限公司', '升腾有限公司')],
  ['鉅 may be 钜', paid('上海鉅丰有限公司', `上海鉅丰有限公司${ASKED}`), owing('上海钜丰有限公司')],
  ['鉅 may be 巨', paid('上海鉅丰有限公司', `上海鉅丰有限公司${ASKED}`), owing('上海巨丰有限公司')],
  ['锺 may be 钟', paid('锺明', `锺明${ASKED}`), owing('钟明')],
  ['馀 may be 余, in the remark', paid('', `馀明软件${ASKED}`), owing('余明软件')],
  ['甯 may be 宁', paid('甯泽科技有限公司', `甯泽科技有限公司${ASKED}`), owing('宁泽科技有限公司')],
  ['one provider, two deposits of one amount', paid(A, A + ASKED), owing(A, A)],
  [
    'one provider, two deposits, one of this amount',
    paid(A, A + ASKED),
    [...owing(A), { kind: 'deposit', id: 'P2', counterparty: A, due: 3 * DUE, accounts: [] }],
  ],
  ['settled already', paid(A, A + ASKED), owing(A).map((each) => ({ ...each, due: 0 }))],
  ['the remark also says 服务费', paid(A, `${A}${ASKED}及服务费`), owing(A)],
  ['the remark says 货款', paid(A, `${A}货款`), owing(A)],
  ['the remark says not a deposit', paid(A, `${A}非保证金`), owing(A)],
  ['the remark asks the deposit back', paid(A, `${A}${ASKED}退还`), owing(A)],
  ['the remark says nothing', paid(A, ''), owing(A)],
  ['the remark names nobody', paid(A, 'KubeSphere Marketplace 保证金'), owing(A)],
  ['the whole pattern without the word', paid(A, `${A}-KubeSphere Marketplace`), owing(A)],
  ['the summary speaks of goods', paid(A, A + ASKED, { summary: '货款' }), owing(A)],
  ['a number after the word', paid(A, `${A}${ASKED}2`), owing(A)],
  ['a number in the pattern', paid(A, `${A}-KubeSphere Marketplace2 保证金`), owing(A)],
  ['an amount in the remark', paid(A, `${A}${ASKED}10000元`), owing(A)],
  ['ten times the amount', paid(A, A + ASKED, { amount: 10 * DUE }), owing(A)],
  ['a tenth of the amount', paid(A, A + ASKED, { amount: DUE / 10 }), owing(A)],
  ['a fen too little', paid(A, A + ASKED, { amount: DUE - 1 }), owing(A)],
  ['a fen too much', paid(A, A + ASKED, { amount: DUE + 1 }), owing(A)],
  ['a torn character in the payer', paid(A.replace('样', '\uFFFD'), A + ASKED), owing(A)],
  ['a direction not proven', paid(A, A + ASKED, { isDirectionProven: false }), owing(A)],
  ['a person pays for the company', paid('王小明', A + ASKED), owing(A)],
]

function withAccount(own: string, other: string): OpenItem[] {
  return owing(own, other).map((each) =>
    each.counterparty === other ? { ...each, accounts: ['6222'] } : each,
  )
}

describe('no deposit is closed by itself where a person could decide otherwise', () => {
  it.each(NEVER_AUTOMATIC)('%s', (_why, line, deposits) => {
    expect(match(line, deposits).decision).not.toBe('auto')
  })
})

describe('a marketplace that asks for no wording of its own', () => {
  const settings = matchSettings(null)
  const open = owing(A)

  it('the deposit word and an equal payer are enough', () => {
    expect(matchLines([paid(A, `${A}-保证金`)], open, settings)).toMatchObject([{ decision: 'auto' }])
  })

  it('without a payer it waits for a person', () => {
    expect(matchLines([paid('', `${A}-保证金`)], open, settings)).toMatchObject([{ decision: 'suggest' }])
  })
})

describe('a line that is no payment of a vendor is left alone', () => {
  it.each<readonly [string, Partial<LineToMatch>]>([
    ['money going out', { direction: 'out' }],
    ['a reversal (冲正)', { isReversal: true }],
    ['a negative amount', { amount: -DUE }],
    ['nothing', { amount: 0 }],
    ['a return (退汇)', { summary: '退汇' }],
    ['interest', { remark: '结息' }],
    ['a company not registered', { payer: '范例（北京）有限公司', remark: `范例（北京）有限公司${ASKED}` }],
    ['a return told in the remark', { remark: `退汇：${A}` }],
  ])('%s', (_why, more) => {
    expect(match(paid(A, A + ASKED, more), owing(A))).toEqual({ decision: 'none', candidates: [] })
  })
})

describe('a name in other characters is suggested, and says so', () => {
  it.each([
    ['上海鉅丰有限公司', '上海钜丰有限公司'],
    ['上海鉅丰有限公司', '上海巨丰有限公司'],
    ['鍾明', '锺明'],
    ['馀明', '餘明'],
  ])('%s for %s', (payer, provider) => {
    const found = match(paid(payer, `${payer}${ASKED}`), owing(provider))
    expect(found).toMatchObject({ decision: 'suggest', candidates: [{ id: 'P1' }] })
    expect(found.candidates[0]?.reasons).toContain('other-script')
  })
})

describe('a deposit is closed by itself', () => {
  it.each<Case>([
    ['payer, remark and amount agree', paid(A, A + ASKED), owing(A, B)],
    ['the pattern is misspelt', paid(A, `${A}-Kubesphere Markeplace 保证金`), owing(A, B)],
    ['the bank cut the remark', paid(A, `${A}-KubeSphere Mar`), owing(A, B)],
    ['the deposit word alone follows the name', paid(A, `${A} 缴纳保证金`), owing(A, B)],
    ['the name stands last', paid(A, `KubeSphere Marketplace 保证金-${A}`), owing(A, B)],
    ['the remark leaves the legal form out', paid(A, `杭州样本科技${ASKED}`), owing(A, B)],
    ['a twin name inside another', paid(`新${A}`, `新${A}${ASKED}`), owing(`新${A}`, A)],
    ['no payer, the remark exactly as asked for', paid('', A + ASKED), owing(A, B)],
    ['the account is known for the payer', paid(B, B + ASKED, { payerAccount: '6222' }), withAccount(A, B)],
    [
      'the payer was copied from a PDF',
      paid('⻓沙⼈⼯智能有限公司', `长沙人工智能有限公司${ASKED}`),
      owing('长沙人工智能有限公司'),
    ],
    ['somebody is named like the pattern', paid(A, A + ASKED), owing(A, 'KubeSphere')],
  ])('%s', (_why, line, deposits) => {
    const { decision, candidates } = match(line, deposits)
    expect(decision).toBe('auto')
    expect(candidates).toHaveLength(1)
  })
})

describe('suggestions', () => {
  it('a payment by a branch office is shown for its company', () => {
    expect(match(paid(`${A}上海分公司`, ''), owing(A))).toMatchObject({
      decision: 'suggest',
      candidates: [{ id: 'P1' }],
    })
  })

  it('two lines that would close one deposit both wait for a person', () => {
    const found = matchAll([paid(A, A + ASKED), paid(A, A + ASKED), paid(B, B + ASKED)], owing(A, B))
    expect(found.map(({ decision }) => decision)).toEqual(['suggest', 'suggest', 'auto'])
    expect(found[0]?.candidates[0]?.reasons).toContain('several-lines')
  })

  it('a line whose direction nothing proves keeps another from closing its deposit', () => {
    const unproven = paid(A, A + ASKED, { isDirectionProven: false })
    const found = matchAll([unproven, paid(A, A + ASKED), paid(B, B + ASKED)], owing(A, B))
    expect(found.map(({ decision }) => decision)).toEqual(['suggest', 'suggest', 'auto'])
  })

  it('one transfer for two categories of a provider names both', () => {
    const deposits = owing(A, A).map((each, at) => ({ ...each, due: (at + 3) * DUE }))
    const { decision, candidates } = match(paid(A, A + ASKED, { amount: 7 * DUE }), deposits)
    expect(decision).toBe('suggest')
    expect(candidates.map(({ reasons }) => reasons.includes('amount-of-several'))).toEqual([true, true])
  })

  it('the best candidate stands first, with its reasons', () => {
    const [first] = match(paid('王小明', A + ASKED), owing(B, A)).candidates
    expect(first).toEqual({
      kind: 'deposit',
      id: 'P2',
      reasons: ['remark-as-asked', 'amount-equal', 'third-party-payer'],
    })
  })
})
