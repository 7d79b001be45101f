import { describe, expect, it } from 'vitest'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import {
  documents,
  judge,
  notPassed,
  silent,
  VALID_RESIDENT_ID,
  VALID_USCC,
  verdictsOn,
  yesTo,
} from './judging.ts'

const ACCEPTED = [
  'platform-account',
  'real-name-verified',
  'service-info-registered',
  'accepts-deposit',
  'accepts-provider-agreement',
  'accepts-platform-rules',
]

/** Exactly at every limit on 2024-06-14. */
const enterprise: Applicant = {
  ...silent,
  marketplace: 'kubesphere',
  categories: ['extension'],
  uscc: VALID_USCC,
  staff: 10,
  registeredCapital: 50_000_000,
  foundedOn: '2023-06-14',
  serviceHours: { daysPerWeek: 6, hoursPerDay: 10, online: true },
  website: 'https://yunfan.example.cn',
  contact: { name: '李云', phone: '13800138000', email: 'li@yunfan.example.cn' },
  answers: yesTo(...ACCEPTED),
  documents: documents('business-licence', 'legal-person-id', 'software-copyright'),
}

const individual: Applicant = {
  ...silent,
  marketplace: 'kubesphere',
  kind: 'individual',
  name: '王小明',
  categories: ['extension'],
  residentId: VALID_RESIDENT_ID,
  answers: yesTo(...ACCEPTED),
}

describe('admission at KubeSphere', () => {
  it('an enterprise exactly at every limit passes every condition', () => {
    expect(notPassed(judge(enterprise))).toEqual([])
  })

  it('an individual is asked for the common conditions only', () => {
    const verdicts = judge(individual)
    expect(notPassed(verdicts)).toEqual([])
    expect(verdicts).toHaveLength(9)
  })

  it.each<[string, string, Partial<Applicant>, 'pass' | 'fail' | 'unknown']>([
    ['9 people are too few', 'staff', { staff: 9 }, 'fail'],
    ['10 people are enough (以上 includes the number)', 'staff', { staff: 10 }, 'pass'],
    ['11 people are enough', 'staff', { staff: 11 }, 'pass'],
    ['staff not stated is unknown', 'staff', { staff: null }, 'unknown'],
    ['499,999.99 is too little', 'registered-capital', { registeredCapital: 49_999_999 }, 'fail'],
    ['500,000.00 is enough', 'registered-capital', { registeredCapital: 50_000_000 }, 'pass'],
    ['500,000.01 is enough', 'registered-capital', { registeredCapital: 50_000_001 }, 'pass'],
    ['capital not stated is unknown', 'registered-capital', { registeredCapital: null }, 'unknown'],
    ['a year less a day is too young', 'company-age', { foundedOn: '2023-06-15' }, 'fail'],
    ['a year on the corresponding day is enough', 'company-age', { foundedOn: '2023-06-14' }, 'pass'],
    ['a year and a day is enough', 'company-age', { foundedOn: '2023-06-13' }, 'pass'],
    ['a founding day not stated is unknown', 'company-age', { foundedOn: null }, 'unknown'],
    [
      '5*10 is too little',
      'service-hours',
      { serviceHours: { daysPerWeek: 5, hoursPerDay: 10, online: true } },
      'fail',
    ],
    [
      '6*9.5 is too little',
      'service-hours',
      { serviceHours: { daysPerWeek: 6, hoursPerDay: 9.5, online: true } },
      'fail',
    ],
    [
      '7*24 is enough',
      'service-hours',
      { serviceHours: { daysPerWeek: 7, hoursPerDay: 24, online: true } },
      'pass',
    ],
    [
      'service that is not online fails',
      'service-hours',
      { serviceHours: { daysPerWeek: 6, hoursPerDay: 10, online: false } },
      'fail',
    ],
    ['hours not stated are unknown', 'service-hours', { serviceHours: null }, 'unknown'],
    ['a wrong check symbol is unknown', 'identity-number', { uscc: '91340600MA2PBM9HXE' }, 'unknown'],
    ['a code of another shape fails', 'identity-number', { uscc: '350200100012345' }, 'fail'],
    [
      'a code with a letter there is none of fails',
      'identity-number',
      { uscc: '91340600MA2PBM9HXI' },
      'fail',
    ],
    ['a code not stated is unknown', 'identity-number', { uscc: null }, 'unknown'],
    ['a website not stated is unknown', 'website', { website: null }, 'unknown'],
    ['a website that is no address fails', 'website', { website: '有' }, 'fail'],
    [
      'a contact without e-mail is unknown',
      'contact',
      { contact: { name: '李云', phone: '1', email: null } },
      'unknown',
    ],
    [
      'an e-mail that is none fails',
      'contact',
      { contact: { name: '李云', phone: '1', email: 'li' } },
      'fail',
    ],
    ['no certificate is unknown', 'certificate', { documents: documents('business-licence') }, 'unknown'],
    ['a sales licence will do', 'certificate', { documents: documents('sales-licence') }, 'pass'],
    ['no licence is unknown', 'document.business-licence', { documents: [] }, 'unknown'],
    ['no identity card is unknown', 'document.legal-person-id', { documents: [] }, 'unknown'],
    ['premises are asked for only if there are any', 'document.business-premises', { documents: [] }, 'pass'],
    ['an unknown category is refused', 'category', { categories: ['games'] }, 'fail'],
  ])('%s', (_, ruleId, change, verdict) => {
    expect(verdictsOn(judge({ ...enterprise, ...change }), ruleId)).toEqual([verdict])
  })

  it.each([
    ['platform-account', 'platform-account'],
    ['real-name', 'real-name-verified'],
    ['service-info', 'service-info-registered'],
    ['deposit-accepted', 'accepts-deposit'],
    ['provider-agreement', 'accepts-provider-agreement'],
    ['platform-rules', 'accepts-platform-rules'],
  ])('%s fails when answered no and is unknown when not answered', (ruleId, answer) => {
    for (const applicant of [enterprise, individual]) {
      const { [answer]: _, ...others } = applicant.answers
      expect(verdictsOn(judge({ ...applicant, answers: { ...others, [answer]: false } }), ruleId)).toEqual([
        'fail',
      ])
      expect(verdictsOn(judge({ ...applicant, answers: others }), ruleId)).toEqual(['unknown'])
    }
  })

  it('a certificate is valid on its last day and fails on the day after', () => {
    const [licence] = documents('sales-licence').map((each) => ({ ...each, expiresOn: '2024-06-14' }))
    const applicant = { ...enterprise, documents: licence ? [licence] : [] }
    expect(verdictsOn(judge(applicant), 'certificate')).toEqual(['pass'])
    expect(verdictsOn(judge(applicant, { on: '2024-06-15' }), 'certificate')).toEqual(['fail'])
  })

  it('a company founded on 29 February is a year old on 28 February', () => {
    const applicant = { ...enterprise, foundedOn: '2024-02-29' }
    expect(verdictsOn(judge(applicant, { on: '2025-02-27' }), 'company-age')).toEqual(['fail'])
    expect(verdictsOn(judge(applicant, { on: '2025-02-28' }), 'company-age')).toEqual(['pass'])
  })

  it('the overlap at 10 people is flagged', () => {
    const staff = judge(enterprise).find((each) => each.ruleId === 'admission.staff')
    expect(staff?.contradiction?.zh).toContain('恰好 10 人')
  })
})
