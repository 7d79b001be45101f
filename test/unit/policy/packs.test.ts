import { describe, expect, it } from 'vitest'
import { loadPacks } from '#node/resources/load-packs.ts'

const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))

/** Every part of a pack that cites a source, with where it stands. */
function citations(value: unknown, place: string): { place: string; quote: unknown; reading: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'quote' in value && 'reading' in value
      ? [{ place, quote: value.quote ?? ('summary' in value && value.summary), reading: value.reading }]
      : []
  return [...own, ...Object.entries(value).flatMap(([key, child]) => citations(child, `${place}.${key}`))]
}

describe('the policy packs the program carries', () => {
  it('there is one for each of the four marketplaces', () => {
    expect(packs.map((pack) => pack.marketplace)).toEqual(['aliyun', 'huawei', 'ksyun', 'kubesphere'])
  })

  it.each(packs.map((pack) => [pack.marketplace, pack] as const))(
    'every rule of %s quotes its source',
    (_, pack) => {
      const found = citations(pack, pack.marketplace)
      expect(found.length).toBeGreaterThan(20)
      expect(found.filter(({ quote }) => typeof quote !== 'string' || quote.trim() === '')).toEqual([])
      expect(found.some(({ reading }) => reading === true)).toBe(true)
    },
  )

  it('every text of the packs is there in both languages', () => {
    for (const pack of packs) {
      const { conditions, documents, reasons } = pack.admission
      for (const { title, remedy } of conditions)
        expect([title.zh, title.en, remedy.zh, remedy.en].every(Boolean)).toBe(true)
      for (const { name } of documents) expect(name.zh).toMatch(/\p{Script=Han}/u)
      for (const { text } of [...reasons.reject, ...reasons.requestChanges])
        expect(text.zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it('KubeSphere and Kingsoft owe an answer in 3 working days', () => {
    const slas = packs.map((pack) => [pack.marketplace, pack.admission.sla, pack.listingReview.sla] as const)
    const terms = slas.map(([key, admission, listing]) => [
      key,
      admission && [admission.workingDays, admission.reading],
      listing && [listing.workingDays, listing.reading],
    ])
    expect(terms).toEqual([
      ['aliyun', null, null],
      ['huawei', null, null],
      ['ksyun', [3, false], null],
      ['kubesphere', [3, true], [3, false]],
    ])
  })

  it('a KubeSphere package needs three screenshots, five README sections and eight metadata keys', () => {
    const listing = packs.find((pack) => pack.marketplace === 'kubesphere')?.listing
    expect(listing?.screenshots.minimum).toBe(3)
    expect(listing?.readme.sections.map((section) => section.title.zh)).toEqual([
      '产品简介',
      '产品特性',
      '核心功能',
      '使用流程',
      '常见问题',
    ])
    expect(listing?.metadata.requiredKeys).toEqual([
      'apiVersion',
      'name',
      'version',
      'displayName',
      'description',
      'category',
      'provider',
      'icon',
    ])
    expect(listing?.category.values).toHaveLength(11)
  })
})
