import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseYuan } from '#shared/money/yuan.ts'
import { match } from './matching.ts'

const file = new URL('../../../fixtures/matching/matching_cases.json', import.meta.url)
const casesSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    why: z.string(),
    providers: z.array(z.object({ id: z.string(), name: z.string(), deposit_due: z.string() })),
    line: z.object({
      amount: z.string(),
      direction: z.enum(['in', 'out']),
      payer: z.string(),
      remark: z.string(),
      summary: z.string(),
    }),
    expected: z.object({
      decision: z.array(z.enum(['auto', 'suggest', 'none'])),
      providers: z.array(z.string()),
    }),
  }),
)
const cases = casesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
const fen = (yuan: string) => parseYuan(yuan) ?? Number.NaN

describe('the worked cases of matching', () => {
  it.each(cases.map((each) => [each.id, each.kind, each.why, each] as const))(
    '%s %s: %s',
    (_id, _kind, _why, { line, providers, expected }) => {
      const deposits = providers.map(({ id, name, deposit_due }) => ({
        kind: 'deposit' as const,
        id,
        counterparty: name,
        due: fen(deposit_due),
        accounts: [],
      }))
      const found = match(
        { ...line, amount: fen(line.amount), isReversal: false, isDirectionProven: true, payerAccount: '' },
        deposits,
      )
      expect(expected.decision).toContain(found.decision)
      const ids = found.candidates.map(({ id }) => id)
      if (found.decision === 'auto') expect(ids).toEqual(expected.providers)
      if (found.decision === 'suggest') {
        expect(ids.slice(0, expected.providers.length).sort()).toEqual([...expected.providers].sort())
      }
    },
  )
})
