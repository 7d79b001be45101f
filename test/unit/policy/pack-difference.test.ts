import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'
import { assert } from '#shared/base/assert.ts'
import { adoptionTrouble } from '#shared/policy/adoption-trouble.ts'
import { packDifferences } from '#shared/policy/pack-difference.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'

const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
const found = packs.find(({ marketplace }) => marketplace === 'kubesphere')
assert(found !== undefined, 'the program carries a pack of KubeSphere')
const pack: PolicyPack = found

/** The pack with the cases of a condition changed. */
function withStaff(change: (staff: number) => number): PolicyPack {
  const conditions = pack.admission.conditions.map((condition) => ({
    ...condition,
    cases: condition.cases.map((each) =>
      each.check.test === 'staff'
        ? { ...each, check: { ...each.check, atLeast: change(each.check.atLeast) } }
        : each,
    ),
  }))
  return { ...pack, admission: { ...pack.admission, conditions } }
}

describe('the difference of two packs', () => {
  it('is none where they say the same, whatever is in what order of keys', () => {
    for (const each of packs) expect(packDifferences(each, structuredClone(each))).toEqual([])
  })

  it('names a figure by the ids of its rule', () => {
    expect(
      packDifferences(
        pack,
        withStaff((staff) => staff + 5),
      ),
    ).toEqual([
      {
        place: 'admission.conditions.staff.cases.0.check.atLeast',
        about: 'figure',
        before: '10',
        after: '15',
      },
    ])
  })

  it('tells quotes, summaries and days from other words', () => {
    const { deposit } = pack
    assert(deposit !== null, 'KubeSphere asks for a deposit')
    const changed = {
      ...pack,
      effectiveFrom: '2027-01-01',
      name: { ...pack.name, en: 'KubeSphere Store' },
      deposit: {
        ...deposit,
        amount: { ...deposit.amount, quote: '金额为 6000 元', yuan: '6000.00', summary: '涨价' },
      },
    }
    expect(packDifferences(pack, changed).map(({ place, about }) => [place, about])).toEqual([
      ['name.en', 'words'],
      ['effectiveFrom', 'figure'],
      ['deposit.amount.yuan', 'figure'],
      ['deposit.amount.quote', 'quote'],
      ['deposit.amount.summary', 'summary'],
    ])
  })

  it('is one where a rule is new, wherever it stands, and one where it is gone', () => {
    const { conditions } = pack.admission
    const [first] = conditions
    assert(first !== undefined, 'a pack has conditions')
    const added = { ...first, id: 'brand-new' }
    const changed = { ...pack, admission: { ...pack.admission, conditions: [added, ...conditions.slice(1)] } }
    expect(
      packDifferences(pack, changed).map(({ place, about, before, after }) => [
        place,
        about,
        before === null,
        after === null,
      ]),
    ).toEqual([
      ['admission.conditions.brand-new', 'rule', true, false],
      [`admission.conditions.${first.id}`, 'rule', false, true],
    ])
  })

  it('turned round says the same the other way', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(value, value, (one, other) => {
        const turned = packDifferences(other, one).map(({ place, before, after }) => [place, after, before])
        const said = packDifferences(one, other).map(({ place, before, after }) => [place, before, after])
        expect(said.map(String).sort()).toEqual(turned.map(String).sort())
      }),
    )
  })
})

describe('a pack comes into force', () => {
  const next = (change: Partial<PolicyPack>) => ({ ...pack, version: '9.0', ...change })

  it.each([
    ['2026-11-27', '2026-12-01', []],
    ['2026-11-01', '2026-12-01', []],
    ['2026-11-30', '2026-11-30', [{ code: 'too-early', earliest: '2026-12-01' }]],
    ['2026-12-31', '2026-12-31', [{ code: 'too-early', earliest: '2027-01-01' }]],
    ['2026-12-31', '2027-01-01', []],
    ['2027-01-31', '2027-02-01', []],
  ])(
    'on %s told: from %s, %j: never before the first of the month after',
    (today, effectiveFrom, trouble) => {
      expect(adoptionTrouble(next({ effectiveFrom }), packs, today)).toEqual(trouble)
    },
  )

  it('with a version above the one in force: 1.10 is above 1.9', () => {
    const on = { effectiveFrom: '2027-01-01' }
    const inForce = packs.map((each) => ({ ...each, version: '1.9' }))
    expect(adoptionTrouble(next({ ...on, version: '1.10' }), inForce, '2026-11-27')).toEqual([])
    for (const version of ['1.9', '1.8', '0.10']) {
      expect(adoptionTrouble(next({ ...on, version }), inForce, '2026-11-27')).toEqual([
        { code: 'version-not-raised', inForce: '1.9' },
      ])
    }
  })

  it('of a marketplace there is', () => {
    const other = next({ marketplace: 'nowhere', effectiveFrom: '2027-01-01' })
    expect(adoptionTrouble(other, packs, '2026-11-27')).toEqual([{ code: 'unknown-marketplace' }])
  })
})
