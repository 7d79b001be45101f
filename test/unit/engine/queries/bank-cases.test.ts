import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemBook } from '#main/engine/queries/bank/item-book.ts'
import { readLineCase } from '#main/engine/queries/bank/line-case.ts'
import { findTargets } from '#main/engine/queries/bank/line-targets.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import { depositCandidateSchema, lineCaseSchema } from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { AT, PAID, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { decideMatch, financeDesk, matched, ourLine, ourPayment, toDeposit } from './bank-desk.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

const posted = { at: AT, by: 'op-3', byName: '刘芳' }
const APPROVED: DepositObligation['entries'] = [
  ...PAID,
  { kind: 'refund-request', payee: null, amount: 0, wanted: 500_000, reason: '合作终止', ...posted },
  { kind: 'refund-approval', amount: 0, approved: 500_000, ...posted },
]
const named = (providerName: string, change: Partial<DepositObligation> = {}) =>
  sampleObligation({ providerId: `id-of-${providerName}`, providerName, ...change })

const cloud = sampleObligation()
const lake = named('湖畔软件有限公司')

let desk: DeskUnderTest
beforeEach(() => {
  desk = financeDesk()
  desk.put('depositObligation', [cloud, lake])
  desk.index()
})
afterEach(() => desk.close())

function caseOf(line: BankLine, ...others: BankLine[]) {
  desk.put('bankLine', [line, ...others])
  return lineCaseSchema.parse(readLineCase(desk.desk(), line.id))
}

describe('the case of a line', () => {
  it('proposes the one deposit whose amount and name agree, as certain', () => {
    const line = ourLine()
    const read = caseOf(line)
    expect(read.candidates).toMatchObject([
      { kind: 'deposit', obligationId: cloud.id, due: 500_000, certain: true, providerId: 'provider-1' },
    ])
    expect(read.proposal).toMatchObject([toDeposit(cloud.id)].map(({ reasons: _, ...part }) => part))
    expect(read.allowed).toEqual(['deposit.match'])
    expect(read.account.openLines).toBe(1)
  })

  it('proposes several deposits that the remark names and that sum to the amount', () => {
    const remark = `${cloud.providerName}、${lake.providerName} 保证金`
    const read = caseOf(ourLine({ amount: 1_000_000, counterpartyName: '张三', remark, purpose: '' }))
    expect(read.proposal?.map(({ amount, target }) => [amount, target])).toEqual(
      expect.arrayContaining([
        [500_000, { kind: 'deposit', obligationId: cloud.id }],
        [500_000, { kind: 'deposit', obligationId: lake.id }],
      ]),
    )
    expect(read.candidates.every((each) => each.kind === 'deposit' && !each.certain)).toBe(true)
  })

  it.each([
    ['too much', { amount: 500_001 }],
    ['too little', { amount: 499_999 }],
    ['nobody known', { counterpartyName: '无名氏', remark: '', purpose: '' }],
    ['one payer with the remark of another', { remark: '湖畔软件有限公司 保证金', purpose: '' }],
  ])('leaves %s to a person', (_what, change) => {
    expect(caseOf(ourLine(change)).proposal).toBeNull()
  })

  it('leaves two deposits that fit equally to a person', () => {
    desk.put('depositObligation', [named(cloud.providerName)])
    const read = caseOf(ourLine())
    expect(read.candidates).toHaveLength(2)
    expect(read.proposal).toBeNull()
  })

  it('shows a deposit that is held already and proposes nothing', () => {
    desk.put('depositObligation', [{ ...cloud, version: 2, entries: PAID }])
    const read = caseOf(ourLine())
    expect(read.candidates).toMatchObject([{ due: 0, status: 'held', certain: false }])
    expect(read.candidates[0]).toHaveProperty('reasons', expect.arrayContaining(['already-settled']))
    expect(read.proposal).toBeNull()
  })

  it('finds the original of a returned line, to be taken back by one key', () => {
    const line = ourPayment({ bookedOn: '2026-11-02' })
    const back = ourLine({ bookedOn: '2026-11-04', summary: '退汇', purpose: '', remark: '' })
    const read = caseOf(back, line)
    expect(read.candidates).toMatchObject([{ kind: 'return', line: { id: line.id }, certain: true }])
    expect(read.proposal).toMatchObject([{ target: { kind: 'return', lineId: line.id }, amount: 500_000 }])
    decideMatch(desk, back, ...(read.proposal ?? []))
    const after = lineCaseSchema.parse(readLineCase(desk.desk(), line.id))
    expect(after).toMatchObject({ status: 'taken-back', takenBackBy: { id: back.id }, allowed: [] })
    expect(after.pending).toHaveLength(1)
  })

  it('finds no original in a line that was taken back, and none in one that takes back', () => {
    const line = ourPayment({ bookedOn: '2026-11-02' })
    const first = ourLine({ bookedOn: '2026-11-03', summary: '退汇', purpose: '', remark: '' })
    const second = ourLine({ bookedOn: '2026-11-04', summary: '退汇', purpose: '', remark: '' })
    desk.put('bankLine', [line, first])
    decideMatch(desk, first, { target: { kind: 'return', lineId: line.id }, amount: 500_000, reasons: [] })
    expect(caseOf(second)).toMatchObject({ candidates: [], proposal: null })
  })

  it('says interest and charges by their own words', () => {
    const interest = caseOf(ourLine({ summary: '结息', counterpartyName: '', purpose: '', remark: '' }))
    expect(interest.candidates).toEqual([{ kind: 'other', what: 'interest', word: '结息' }])
    expect(interest.proposal).toEqual([
      { target: { kind: 'other', what: 'interest' }, amount: 500_000, reasons: [] },
    ])
    expect(caseOf(ourPayment({ summary: '手续费', counterpartyName: '' })).proposal).toMatchObject([
      { target: { what: 'charge' } },
    ])
  })

  it('finds the approved refund that was paid', () => {
    desk.put('depositObligation', [{ ...cloud, version: 2, entries: APPROVED }])
    const read = caseOf(ourPayment({ summary: '退款' }))
    expect(read.candidates).toMatchObject([
      { kind: 'refund', obligationId: cloud.id, due: 500_000, certain: true, status: 'refund-approved' },
    ])
    expect(read.proposal).toMatchObject([{ target: { kind: 'refund', obligationId: cloud.id } }])
  })

  it('leaves to a person whether money back is a refund or a payment sent back', () => {
    desk.put('depositObligation', [{ ...cloud, version: 2, entries: APPROVED }])
    const received = matched(ourLine({ bookedOn: '2026-11-01' }), toDeposit(cloud.id))
    const read = caseOf(ourPayment({ summary: '退回' }), received)
    expect(read.candidates.map(({ kind }) => kind)).toEqual(['return', 'refund'])
    expect(read.candidates.some((each) => each.kind !== 'other' && each.certain)).toBe(false)
    expect(read.proposal).toBeNull()
  })

  it('of a matched line has parts and undoing, and no candidates', () => {
    const read = caseOf(matched(ourLine(), toDeposit(cloud.id)))
    expect(read).toMatchObject({ candidates: [], proposal: null, allowed: ['deposit.unmatch'] })
    expect(read.allocations[0]?.parts[0]).toMatchObject({ providerName: cloud.providerName })
  })

  it('names what it does not have', () => {
    expect(() => readLineCase(desk.desk(), cloud.id)).toThrow(RecordMissing)
  })
})

describe('deposits that lines are matched to', () => {
  const open = () => new Map(itemBook(desk.desk(), 'kubesphere').items.map((each) => [each.id, each]))

  it('are all of the marketplace, those that are settled too, with what is missing', () => {
    const held = named('甲', { entries: PAID })
    const partly = named('乙', { amount: 700_000, entries: PAID })
    desk.put('depositObligation', [held, partly, named('丙', { marketplace: 'aliyun' })])
    desk.put('depositObligation', [named('丁', { amount: null })])
    expect([...open().values()].map(({ due }) => due).sort((a, b) => a - b)).toEqual([
      0, 200_000, 500_000, 500_000,
    ])
    expect(open().get(held.id)?.due).toBe(0)
  })

  it('owe nothing any more once they are paid back', () => {
    const refunded = named('甲', {
      entries: [...APPROVED, { kind: 'refund', note: '', amount: -500_000, line: '2', ...posted }],
    })
    desk.put('depositObligation', [refunded])
    expect(open().get(refunded.id)?.due).toBe(0)
  })

  it('owe less by a match that waits, and as much again when it is undone', () => {
    const line = ourLine()
    desk.put('bankLine', [line])
    const { id } = decideMatch(desk, line, toDeposit(cloud.id))
    expect(open().get(cloud.id)).toMatchObject({ due: 0, accounts: [line.counterpartyAccount] })
    desk.desk().workspace.outbox.undo(id)
    expect(open().get(cloud.id)).toMatchObject({ due: 500_000, accounts: [] })
  })

  it('know every account that was confirmed for their provider', () => {
    const second = sampleObligation({ category: 'api' })
    desk.put('depositObligation', [second])
    const from = ourLine({ counterpartyAccount: '6222 0000 1111' })
    desk.put('bankLine', [matched(from, toDeposit(cloud.id)), ourLine({ counterpartyAccount: '6333' })])
    expect(open().get(second.id)?.accounts).toEqual(['622200001111'])
    expect(open().get(lake.id)?.accounts).toEqual([])
    const again = ourLine({ counterpartyName: '张三', counterpartyAccount: '622200001111', remark: '' })
    const [candidate] = caseOf(again).candidates
    expect(candidate).toHaveProperty('reasons', expect.arrayContaining(['account-known']))
  })

  it('are prepared once, whatever else is written', () => {
    const before = itemBook(desk.desk(), 'kubesphere')
    desk.put('bankLine', [ourLine()])
    expect(itemBook(desk.desk(), 'kubesphere')).toBe(before)
    desk.put('depositObligation', [{ ...cloud, version: 2, amount: 600_000 }])
    expect(itemBook(desk.desk(), 'kubesphere')).not.toBe(before)
  })
})

describe('deposits to choose by hand', () => {
  const targets = (line: BankLine, text: string) =>
    findTargets(desk.desk(), { id: line.id, text }).map((each) => depositCandidateSchema.parse(each))

  it('are found by one character of the name, or by the id of the provider', () => {
    const line = ourLine()
    desk.put('bankLine', [line])
    expect(targets(line, '湖').map(({ obligationId }) => obligationId)).toEqual([lake.id])
    expect(targets(line, 'PROVIDER-1').map(({ obligationId }) => obligationId)).toEqual([cloud.id])
    expect(targets(line, '沒有')).toEqual([])
  })

  it('come open first, then by what speaks for them, with the reasons', () => {
    const held = named('云上软件有限公司', { entries: PAID })
    const line = ourLine()
    desk.put('depositObligation', [held])
    desk.put('bankLine', [line])
    const found = targets(line, '')
    expect(found.map(({ obligationId }) => obligationId)).toEqual([cloud.id, lake.id, held.id])
    expect(found[0]?.reasons).toContain('payer-equal')
    // Whom neither payer nor remark names is paid by somebody else.
    expect(found[1]?.reasons).toEqual(['third-party-payer', 'amount-equal'])
    expect(found[2]?.reasons).toContain('already-settled')
  })

  it('have no amount where the source states none', () => {
    const unstated = named('无额科技有限公司', { amount: null })
    const line = ourLine()
    desk.put('depositObligation', [unstated])
    desk.put('bankLine', [line])
    expect(targets(line, '无额')).toMatchObject([{ obligationId: unstated.id, due: 0 }])
  })

  it('of money that went out are approved refunds only', () => {
    const line = ourPayment()
    desk.put('bankLine', [line])
    expect(targets(line, '')).toEqual([])
    desk.put('depositObligation', [{ ...lake, version: 2, entries: APPROVED }])
    expect(targets(line, '')).toMatchObject([{ kind: 'refund', obligationId: lake.id, due: 500_000 }])
  })
})
