import { describe, expect, it } from 'vitest'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { documents, judge, notPassed, silent, VALID_USCC, verdictsOn, yesTo } from './judging.ts'

/** Exactly at every limit of the one open category on 2024-06-14. */
const basicSoftware: Applicant = {
  ...silent,
  marketplace: 'ksyun',
  categories: ['basic-software'],
  uscc: VALID_USCC,
  staff: 15,
  licenceIssuedOn: '2022-06-14',
  serviceHours: { daysPerWeek: 5, hoursPerDay: 8, online: true },
  answers: {
    ...yesTo(
      'real-name-verified',
      'accepts-provider-agreement',
      'accepts-platform-rules',
      'marketing-capability',
      'mature-software',
      'delivers-cloud-image',
    ),
    'experience-years': 2,
  },
  documents: documents('business-licence', 'software-certificate', 'company-profile'),
}

const answers = (change: Applicant['answers']) => ({ answers: { ...basicSoftware.answers, ...change } })

describe('admission at Kingsoft Cloud', () => {
  it('an enterprise exactly at every limit passes every condition', () => {
    expect(notPassed(judge(basicSoftware))).toEqual([])
  })

  it.each<[string, string, Partial<Applicant>, 'pass' | 'fail' | 'unknown']>([
    ['an individual is refused', 'provider-kind', { kind: 'individual' }, 'fail'],
    ['14 people are too few', 'staff', { staff: 14 }, 'fail'],
    ['15 people are enough', 'staff', { staff: 15 }, 'pass'],
    ['16 people are enough', 'staff', { staff: 16 }, 'pass'],
    ['a licence of two years is enough', 'licence-age.category', { licenceIssuedOn: '2022-06-14' }, 'pass'],
    [
      'a licence of two years less a day is not',
      'licence-age.category',
      { licenceIssuedOn: '2022-06-15' },
      'fail',
    ],
    [
      'a licence of two years and a day is enough',
      'licence-age.category',
      { licenceIssuedOn: '2022-06-13' },
      'pass',
    ],
    [
      'a licence of one year meets the general rule',
      'licence-age.general',
      { licenceIssuedOn: '2023-06-14' },
      'pass',
    ],
    [
      'a licence of one year less a day does not',
      'licence-age.general',
      { licenceIssuedOn: '2023-06-15' },
      'fail',
    ],
    ['1.9 years of experience are too few', 'experience', answers({ 'experience-years': 1.9 }), 'fail'],
    ['2 years of experience are enough', 'experience', answers({ 'experience-years': 2 }), 'pass'],
    ['3 years of experience are enough', 'experience', answers({ 'experience-years': 3 }), 'pass'],
    ['experience in words is unknown', 'experience', answers({ 'experience-years': '很多' }), 'unknown'],
    [
      '4*8 is too little',
      'service-hours',
      { serviceHours: { daysPerWeek: 4, hoursPerDay: 8, online: true } },
      'fail',
    ],
    [
      '5*7 is too little',
      'service-hours',
      { serviceHours: { daysPerWeek: 5, hoursPerDay: 7, online: true } },
      'fail',
    ],
    [
      '6*9 is enough',
      'service-hours',
      { serviceHours: { daysPerWeek: 6, hoursPerDay: 9, online: true } },
      'pass',
    ],
    [
      '5*8 offline fails',
      'service-hours',
      { serviceHours: { daysPerWeek: 5, hoursPerDay: 8, online: false } },
      'fail',
    ],
    ['a wrong credit code fails', 'company-qualification', { uscc: '12345' }, 'fail'],
    ['no real-name verification fails', 'real-name', answers({ 'real-name-verified': false }), 'fail'],
    [
      'the agreement is needed',
      'provider-agreement',
      answers({ 'accepts-provider-agreement': false }),
      'fail',
    ],
    ['the rules are needed', 'platform-rules', answers({ 'accepts-platform-rules': false }), 'fail'],
    ['marketing is needed', 'marketing-capability', answers({ 'marketing-capability': false }), 'fail'],
    ['software must be mature', 'mature-software', answers({ 'mature-software': false }), 'fail'],
    ['an image is needed', 'cloud-image', answers({ 'delivers-cloud-image': false }), 'fail'],
    [
      'marketing software needs no image',
      'cloud-image',
      answers({ 'delivers-cloud-image': false, 'marketing-software': true }),
      'pass',
    ],
    ['no software certificate is unknown', 'document.software-certificate', { documents: [] }, 'unknown'],
    ['no company profile is unknown', 'document.company-profile', { documents: [] }, 'unknown'],
    ['no licence is unknown', 'document.business-licence', { documents: [] }, 'unknown'],
  ])('%s', (_, ruleId, change, verdict) => {
    expect(verdictsOn(judge({ ...basicSoftware, ...change }), ruleId)).toEqual([verdict])
  })

  it('both rules on the age of the licence are shown, and the contradiction is flagged on both', () => {
    const verdicts = judge({ ...basicSoftware, licenceIssuedOn: '2023-01-01' }).filter((each) =>
      each.ruleId.startsWith('admission.licence-age.'),
    )
    expect(verdicts.map((each) => [each.citation.quote, each.verdict])).toEqual([
      ['营业执照需要满 1年', 'pass'],
      ['营业执照需要满 2 年', 'fail'],
    ])
    expect(verdicts.every((each) => each.contradiction?.zh.includes('2 年为准'))).toBe(true)
  })

  it.each(['api', 'service', 'enterprise-app', 'site-building', 'solution'])(
    '%s is refused: not open yet',
    (category) => {
      const [verdict] = judge({ ...basicSoftware, categories: [category] }).filter(
        (each) => each.ruleId === `admission.category.${category}`,
      )
      expect(verdict?.verdict).toBe('fail')
      expect(verdict?.citation.quote).toContain('后续将陆续开放')
      expect(verdict?.remedy?.zh).toContain('基础软件市场')
    },
  )

  it.each<[string, string, string]>([
    ['api', 'interface-development', 'interface-development'],
    ['enterprise-app', 'enterprise-software', 'enterprise-software'],
    ['enterprise-app', 'production-interface', 'production-interface-development'],
    ['site-building', 'built-on-platform', 'built-on-platform'],
    ['service', 'built-on-platform', 'built-on-platform'],
    ['solution', 'built-on-platform', 'built-on-platform'],
    ['site-building', 'refund-promise', 'full-refund-promise'],
    ['site-building', 'process-supervision', 'accepts-process-supervision'],
  ])('%s asks for %s', (category, ruleId, answer) => {
    const verdictOf = (value: Applicant['answers']) =>
      verdictsOn(judge({ ...basicSoftware, categories: [category], ...answers(value) }), ruleId)
    expect([verdictOf({ [answer]: true }), verdictOf({ [answer]: false }), verdictOf({})]).toEqual([
      ['pass'],
      ['fail'],
      ['unknown'],
    ])
    expect(verdictsOn(judge(basicSoftware), ruleId)).toEqual([])
  })
})
