import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { policyPackSchema } from '#shared/policy/policy-pack.ts'

const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
const [first] = packs
if (!first) throw new Error('no packs')

describe('the pack in force', () => {
  const older = { ...first, version: '0.9', effectiveFrom: '2020-01-01', effectiveTo: '2020-12-31' }
  const newer = { ...first, version: '1.1', effectiveFrom: '2021-01-01', effectiveTo: null }

  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', '0.9'],
    ['2020-12-31', '0.9'],
    ['2021-01-01', '1.1'],
    ['2099-12-31', '1.1'],
  ])('on %s version %s holds: both ends are inclusive', (date, version) => {
    expect(packInForce([newer, older], first.marketplace, date)?.version).toBe(version)
  })

  it('a marketplace without a pack has none', () => {
    expect(packInForce(packs, 'nowhere', '2024-01-01')).toBeNull()
  })
})

describe('a policy pack is refused', () => {
  const { admission } = first
  it.each<[string, unknown, string]>([
    ['with a key it does not know', { ...first, colour: 'red' }, 'Unrecognized key'],
    ['that ends before it starts', { ...first, effectiveTo: '2000-01-01' }, 'ends before it starts'],
    [
      'whose source is not defined',
      { ...first, sources: [{ ...first.sources[0], id: 'other' }] },
      'is not defined',
    ],
    [
      'with a condition twice',
      {
        ...first,
        admission: { ...admission, conditions: [...admission.conditions, admission.conditions[0]] },
      },
      'is used twice',
    ],
    [
      'whose condition names an unknown category',
      { ...first, admission: { ...admission, categories: admission.categories.slice(1) } },
      'is not defined',
    ],
    [
      'whose condition names an unknown document',
      {
        ...first,
        admission: {
          ...admission,
          conditions: [
            {
              id: 'x',
              title: { zh: '甲', en: 'a' },
              stage: 'company',
              remedy: { zh: '甲', en: 'a' },
              cases: [{ check: { test: 'document', anyOf: ['nothing'] }, quote: '甲', source: 'onboarding' }],
            },
          ],
        },
      },
      'nothing is not defined',
    ],
    [
      'with several cases that have no id',
      {
        ...first,
        admission: {
          ...admission,
          conditions: admission.conditions.map((condition) => ({
            ...condition,
            cases: condition.cases.map(({ id: _id, ...each }) => each),
          })),
        },
      },
      'each needs an id',
    ],
  ])('%s', (_, pack, message) => {
    const parsed = policyPackSchema.safeParse(pack)
    expect(parsed.success).toBe(false)
    expect(JSON.stringify(parsed.error?.issues)).toContain(message)
  })
})
