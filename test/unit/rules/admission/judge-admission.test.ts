import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admissionSummary } from '#shared/rules/admission/admission-summary.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { conditionVerdictSchema } from '#shared/rules/verdict.ts'
import { documents, judge, packOf, silent, verdictsOn } from './judging.ts'

const marketplaces = ['kubesphere', 'ksyun', 'huawei', 'aliyun'] as const

const applicants: fc.Arbitrary<Applicant> = fc
  .record({
    marketplace: fc.constantFrom(...marketplaces),
    kind: fc.constantFrom('enterprise' as const, 'individual' as const),
    staff: fc.option(fc.nat(100)),
    registeredCapital: fc.option(fc.nat(1_000_000_000)),
    licenceIssuedOn: fc.option(fc.constantFrom('2020-01-01', '2023-03-01', '2024-06-13', '2030-01-01')),
    foundedOn: fc.option(fc.constantFrom('2020-01-01', '2023-03-01', '2024-06-13', '2030-01-01')),
  })
  .chain((facts) =>
    fc
      .uniqueArray(
        fc.constantFrom(...packOf(facts.marketplace).admission.categories.map((each) => each.id)),
        {
          minLength: 1,
        },
      )
      .map((categories) => ({ ...silent, ...facts, categories })),
  )

describe('judging an application', () => {
  it('whoever states nothing fails nothing but is unknown', () => {
    for (const marketplace of marketplaces) {
      const [category] = packOf(marketplace).admission.categories
      const open = marketplace === 'ksyun' ? 'basic-software' : (category?.id ?? '')
      const summary = admissionSummary(judge({ ...silent, marketplace, categories: [open] }))
      expect([marketplace, summary.fail, summary.outcome]).toEqual([marketplace, 0, 'unknown'])
    }
  })

  it('every verdict is well formed, cites a sentence, and has a remedy unless it passes', () => {
    fc.assert(
      fc.property(applicants, (applicant) => {
        for (const verdict of judge(applicant)) {
          expect(conditionVerdictSchema.parse(verdict)).toEqual(verdict)
          expect(verdict.citation.quote).not.toBe('')
          expect(verdict.citation.ruleId).toBe(verdict.ruleId)
          expect(verdict.remedy === null).toBe(verdict.verdict === 'pass')
          expect(JSON.stringify(verdict)).not.toContain('{required}')
        }
      }),
    )
  })

  it('no two verdicts have the same rule id', () => {
    fc.assert(
      fc.property(applicants, (applicant) => {
        const ids = judge(applicant).map((each) => each.ruleId)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('the order of the answer does not depend on the order of categories and documents', () => {
    const files = documents('business-licence', 'software-copyright', 'social-insurance', 'business-licence')
    fc.assert(
      fc.property(applicants, (applicant) => {
        const one = judge({ ...applicant, documents: files })
        const other = judge({
          ...applicant,
          categories: [...applicant.categories].reverse(),
          documents: [...files].reverse(),
        })
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
    )
  })

  it('more staff never turns a pass into a fail', () => {
    fc.assert(
      fc.property(applicants, fc.nat(100), fc.nat(100), (applicant, staff, more) => {
        const before = verdictsOn(judge({ ...applicant, staff }), 'staff')
        const after = verdictsOn(judge({ ...applicant, staff: staff + more }), 'staff')
        for (const [index, verdict] of before.entries()) {
          if (verdict === 'pass') expect(after[index]).toBe('pass')
        }
      }),
    )
  })

  it('evidence names the value, the requirement and the files it rests on', () => {
    const [licence, copyright] = documents('business-licence', 'software-copyright')
    const applicant: Applicant = {
      ...silent,
      marketplace: 'kubesphere',
      categories: ['extension'],
      registeredCapital: 49_999_999,
      foundedOn: '2023-06-15',
      documents: licence && copyright ? [licence, copyright] : [],
    }
    const verdicts = judge(applicant)
    const of = (ruleId: string) => verdicts.find((each) => each.ruleId === `admission.${ruleId}`)
    expect(of('registered-capital')?.evidence).toEqual({
      fact: 'registeredCapital',
      found: { zh: '¥499,999.99', en: '¥499,999.99' },
      required: { zh: '不低于 ¥500,000.00', en: 'at least ¥500,000.00' },
      documentHashes: [],
    })
    expect(of('registered-capital')?.remedy?.zh).toBe('请增资或更正注册资金：不低于 ¥500,000.00')
    expect(of('registered-capital')?.citation).toEqual({
      ruleId: 'admission.registered-capital',
      quote: '注册资金 50 万元以上',
      source: 'KubeSphere Marketplace 操作指南 v1.0 (2023-10-20)',
      reading: false,
    })
    expect(of('company-age')?.evidence.found.zh).toBe('企业成立 2023-06-15，至 2024-06-14 满 0 年')
    expect(of('certificate')?.evidence.documentHashes).toEqual([copyright?.fileHash])
  })

  it('a summary counts and names the worst', () => {
    expect(admissionSummary([])).toEqual({ pass: 0, fail: 0, unknown: 0, outcome: 'pass' })
  })
})
