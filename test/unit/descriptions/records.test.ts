import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import {
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { RECORD_DESCRIPTIONS } from '#shared/descriptions/records.ts'
import { type Change, compare, type Names, UNSAID } from '#shared/values/description.ts'
import { valueText } from '#shared/values/value-text.ts'
import { PAID, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { arbitraryOf } from './arbitrary-of.ts'
import { NOBODY_KNOWN } from './nobody-known.ts'

/** Of what no word is said when it changes: bookkeeping. */
const BOOKKEEPING = new Set([
  ...['id', 'version', 'updatedAt', 'identity', 'ordinal', 'by', 'providerId', 'position', 'pack', 'table'],
  // A settlement line is said by its order's number; it never changes, nor do the rules it names.
  ...['orderId', 'adjustmentId', 'monthId', 'steps', 'rules'],
  // Which orders of a statement are settled is told by the orders themselves.
  ...['statementId', 'part', 'orderIds'],
])

function changesOf<K extends RecordKind>(
  kind: K,
  seen: RecordOf[K],
  current: RecordOf[K],
  names = NOBODY_KNOWN,
) {
  return compare(RECORD_DESCRIPTIONS[kind], seen, current, names)
}

/** As a person reads a change. */
function inWords({ label, seen, current }: Change): string {
  return [label.zh, valueText(seen, 'zh'), valueText(current, 'zh')].join(' | ')
}

describe.each(RECORD_KIND_NAMES)('a change of a %s', (kind) => {
  it('is in words: a name for every field, no JSON, no path', () => {
    each(kind, (seen, current) => {
      for (const { label, seen: before, current: after } of changesOf(kind, seen, current)) {
        for (const language of ['zh', 'en'] as const) {
          expect(label[language]).not.toMatch(/[.[{]/)
          for (const value of [before, after]) {
            expect(valueText(value, language)).not.toMatch(/\{|"|\[|undefined|object/)
          }
        }
      }
    })
  })

  it('is shown wherever a field differs, and shows a difference', () => {
    each(kind, (seen, current) => {
      for (const [field, said] of Object.entries(RECORD_DESCRIPTIONS[kind])) {
        const [one, other] = [valueAt(seen, field), valueAt(current, field)]
        const differing = RECORD_KINDS[kind].schema.parse({ ...seen, [field]: other })
        const changes = changesOf(kind, seen, differing)
        if (meaning(one) === meaning(other)) expect(changes).toEqual([])
        else if (said !== UNSAID) expect(changes.map(inWords), field).not.toEqual([])
        for (const change of changes) {
          expect(valueText(change.seen, 'zh'), field).not.toBe(valueText(change.current, 'zh'))
        }
      }
    })
  })

  it('says nothing of bookkeeping, and of nothing else', () => {
    const unsaid = Object.entries(RECORD_DESCRIPTIONS[kind]).filter(([, field]) => field === UNSAID)
    expect(unsaid.map(([name]) => name).filter((name) => !BOOKKEEPING.has(name))).toEqual([])
  })
})

/** Runs with pairs of records of a kind that have some fields in common. */
function each<K extends RecordKind>(kind: K, check: (seen: RecordOf[K], current: RecordOf[K]) => void): void {
  const { schema } = RECORD_KINDS[kind]
  const some = arbitraryOf(schema)
  fc.assert(
    fc.property(some, some, fc.subarray(Object.keys(RECORD_DESCRIPTIONS[kind])), (seen, other, kept) => {
      const mixed = { ...other, ...Object.fromEntries(kept.map((field) => [field, valueAt(seen, field)])) }
      check(seen, schema.parse(mixed))
    }),
    { numRuns: 40 },
  )
}

function valueAt(record: object, field: string): unknown {
  return Object.entries(record).find(([name]) => name === field)?.[1]
}

/** What a field means: where the entries of a list stand says nothing, and neither does what is not there. */
function meaning(value: unknown): string {
  if (Array.isArray(value)) return canonicalJson(value.map(meaning).sort())
  if (typeof value !== 'object' || value === null) return canonicalJson(value)
  const stated = Object.entries(value).filter(([, part]) => part !== null)
  return stated.length === 0
    ? 'null'
    : canonicalJson(Object.fromEntries(stated.map(([name, part]) => [name, meaning(part)])))
}

describe('a change of a deposit', () => {
  const seen = sampleObligation({ amount: 500_000 })
  const names: Names = { ...NOBODY_KNOWN, record: () => '2026-11-02 杭州云帆 ¥5,000.00' }
  const words = (current: DepositObligation) =>
    changesOf('depositObligation', seen, current, names).map(inWords)

  it('shows what was posted by what it is, with its line and amount', () => {
    expect(words({ ...seen, entries: PAID })).toEqual([
      expect.stringMatching(
        /^台账 \| — \| \d{4}-\d\d-\d\d \d\d:\d\d 到账认领 ¥5,000\.00 流水：2026-11-02 杭州云帆 ¥5,000\.00 /,
      ),
    ])
  })

  it('shows amounts as money and days as days', () => {
    const facts = { ...seen.facts, firstListedOn: '2026-11-20' }
    expect(words({ ...seen, amount: 800_000, facts })).toEqual([
      '应缴 | ¥5,000.00 | ¥8,000.00',
      expect.stringMatching(/^首个商品上架 \| .* \| 2026-11-20$/),
    ])
  })

  it('finds a posting again wherever it stands', () => {
    const [first] = PAID
    if (first === undefined) throw new Error('there is a posting')
    const later = { ...first, at: '2026-11-21T00:00:00.000Z', line: '9' }
    const before = { ...seen, entries: [first] }
    const changes = changesOf('depositObligation', before, { ...seen, entries: [later, first] }, names)
    expect(changes.map(({ seen: was }) => was)).toEqual([{ kind: 'nothing' }])
  })
})
