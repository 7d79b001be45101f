import { describe, expect, it } from 'vitest'
import { effectOf } from '#renderer/pages/bank-lines/candidates/effect.ts'
import {
  joinSteps,
  knownTarget,
  mayShareDeposit,
  reasonsFor,
} from '#renderer/pages/bank-lines/join/join-plan.ts'
import type { DepositCandidate, LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { sidedReasons } from '#shared/rules/bank-matching/reason-side.ts'

function row(part: Partial<LineRow>): LineRow {
  return {
    id: '01JA0000000000000000000001',
    version: 1,
    accountId: '01JA0000000000000000000009',
    marketplace: 'kubesphere',
    bookedOn: '2026-11-02',
    bookedTime: null,
    direction: 'in',
    amount: 200_000,
    isReversal: false,
    counterpartyName: '青云科技',
    counterpartyAccount: '',
    said: '',
    balanceAfter: null,
    status: 'open',
    parts: [],
    automatic: false,
    suggestion: null,
    confidence: null,
    pending: null,
    ...part,
  }
}

const candidate: DepositCandidate = {
  kind: 'deposit',
  obligationId: '01JA0000000000000000000005',
  providerId: 'P1',
  providerName: '青云科技',
  category: null,
  status: 'due',
  due: 500_000,
  reasons: [],
  certain: false,
}

describe('joining lines', () => {
  it('says of each line, oldest first, what is owed before and after it', () => {
    const later = row({ bookedOn: '2026-11-09', amount: 400_000 })
    const steps = joinSteps([later, row({})], { kind: 'deposit', candidate }, {})
    expect(steps.map(({ before, after }) => [before, after])).toEqual([
      [500_000, 300_000],
      [300_000, -100_000],
    ])
    expect(steps[0]?.part).toEqual({
      target: { kind: 'deposit', obligationId: candidate.obligationId },
      amount: 200_000,
      reasons: [],
    })
  })

  it('owes nothing for another kind of money', () => {
    const [step] = joinSteps([row({})], { kind: 'other', what: 'interest' }, {})
    expect(step).toMatchObject({ before: null, after: null, part: { target: { what: 'interest' } } })
  })

  it('begins with what all lines may be, and keeps what speaks for each as long as that stays chosen', () => {
    const known = { deposit: candidate, reasons: { [row({}).id]: ['payer-equal' as const] }, other: null }
    const target = knownTarget(known)
    expect(target).toEqual({ kind: 'deposit', candidate })
    expect(reasonsFor(target, known)).toEqual(known.reasons)
    const another = { ...candidate, obligationId: '01JA0000000000000000000006' }
    expect(reasonsFor({ kind: 'deposit', candidate: another }, known)).toEqual({})
    const charge = { deposit: null, reasons: {}, other: 'charge' as const }
    expect(knownTarget(charge)).toEqual({ kind: 'other', what: 'charge' })
    expect(knownTarget({ ...charge, other: null })).toBeNull()
  })

  it('takes to one deposit only lines of one marketplace and direction', () => {
    expect(mayShareDeposit([row({}), row({})])).toBe(true)
    expect(mayShareDeposit([row({}), row({ direction: 'out' })])).toBe(false)
    expect(mayShareDeposit([row({}), row({ marketplace: 'alibaba' })])).toBe(false)
  })
})

describe('a candidate in words', () => {
  it('tells by how much an amount misses what is due', () => {
    expect(effectOf(500_000, 500_000)).toEqual({ kind: 'exact', by: 0 })
    expect(effectOf(500_000, 499_999)).toEqual({ kind: 'short', by: 1 })
    expect(effectOf(0, 10_000)).toEqual({ kind: 'over', by: 10_000 })
  })

  it('says what speaks for it before what speaks against it', () => {
    expect(sidedReasons(['amount-over', 'remark-truncated', 'payer-equal']).map(({ side }) => side)).toEqual([
      'for',
      'partly',
      'against',
    ])
  })
})
