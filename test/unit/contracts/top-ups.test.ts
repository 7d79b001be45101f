import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depositObligationKind } from '#shared/contracts/console-platform/kinds/deposit-obligation.ts'
import { recordIn } from '#shared/contracts/console-platform/older-protocols.ts'
import { topUpsDue } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositEntry,
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import {
  newUlid,
  PAID,
  sampleObligation,
  sampleViolation,
} from '#test/integration/platform/sample-records.ts'

const posted = { at: '2026-11-01T00:00:00.000Z', by: 'chen', byName: 'chen' }
const deduction = (fen: number, topUpBy: string, violation = newUlid()): DepositEntry => ({
  ...{ kind: 'deduction', amount: -fen, violation, rule: sampleViolation().rule, topUpBy },
  ...{ reason: '按处理尺度', ...posted },
})
const paidIn = (amount: number): DepositEntry => ({
  ...{ kind: 'match', amount, line: newUlid(), note: '', ...posted },
})

describe('what was deducted', () => {
  it('is made up oldest first, whatever is due first', () => {
    const [early, late] = [newUlid(), newUlid()]
    const entries = [
      ...PAID,
      deduction(100_000, '2026-12-31', early),
      deduction(60_000, '2026-12-10', late),
      paidIn(110_000),
    ]
    expect(topUpsDue(sampleObligation({ entries }))).toEqual({
      topUps: [{ amount: 50_000, by: '2026-12-10', violation: late }],
      neverPaid: 0,
    })
  })

  it('and what was never paid in come to what is missing, whatever was posted', () => {
    const step = fc.oneof(
      fc.integer({ min: 1, max: 900_000 }).map(paidIn),
      fc
        .tuple(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 10, max: 28 }))
        .map(([fen, on]) => deduction(fen, `2026-12-${on}`)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (entries) => {
        const obligation = sampleObligation({ entries })
        const { topUps, neverPaid } = topUpsDue(obligation)
        const missing = Math.max(0, 500_000 - depositBalance(obligation))
        expect(topUps.reduce((sum, { amount }) => sum + amount, neverPaid)).toBe(missing)
        expect(topUps.every(({ amount }) => amount > 0)).toBe(true)
        expect(topUps.map(({ by }) => by)).toEqual(topUps.map(({ by }) => by).sort())
      }),
    )
  })

  it('leaves consoles of protocol 3 the same balance', () => {
    const violation = newUlid()
    const back: DepositEntry = {
      ...{ kind: 'deduction-returned', amount: 100_000, violation, reason: '申诉成立', ...posted },
    }
    for (const more of [[], [back]]) {
      const entries = [...PAID, deduction(100_000, '2026-12-31', violation), ...more]
      const obligation = sampleObligation({ entries })
      // The sheet makes it of a record of that kind.
      const older = recordIn(depositObligationKind, obligation, 3) as Pick<DepositObligation, 'entries'>
      expect(depositBalance(older)).toBe(depositBalance(obligation))
      const kinds = new Set(older.entries.map(({ kind }) => kind))
      expect([...kinds].every((kind) => kind === 'match' || kind === 'unmatch')).toBe(true)
    }
  })
})
