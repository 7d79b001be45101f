import { describe, expect, it } from 'vitest'
import { addDays, addYears } from '#shared/calendar/plain-date.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { wordsOf } from '#shared/rules/cite.ts'
import type { Market } from './aliyun-markets.ts'
import { MARKETS } from './aliyun-markets.ts'
import { documents, judge, notPassed, ON, packOf, silent, VALID_USCC, verdictsOn, yesTo } from './judging.ts'

/** The day on which a licence of exactly that age was issued. */
const issued = (years: number) => addYears(ON, 0 - years)

/** Only just good enough for its market. */
function applicantFor(market: Market): Applicant {
  const { licence, capital } = market
  return {
    ...silent,
    marketplace: 'aliyun',
    categories: [market.id],
    uscc: VALID_USCC,
    staff: market.staff,
    registeredCapital: capital && capital.fen + (capital.over ? 1 : 0),
    licenceIssuedOn: licence && addDays(issued(licence.years), licence.over ? -1 : 0),
    serviceHours: market.hours,
    answers: {
      ...yesTo(...Object.values(market.declared)),
      ...(market.experience === null ? {} : { 'experience-years': market.experience }),
      ...(market.id === 'solution' ? { 'solution-industries': ['金融'], 'acp-engineers': 1 } : {}),
    },
    documents: documents(...market.documents),
  }
}

const market = (id: string): Market => {
  const found = MARKETS.find((each) => each.id === id)
  if (!found) throw new Error(`no market ${id}`)
  return found
}

describe.each(MARKETS.map((each) => [each.id, each] as const))('admission at Alibaba Cloud, %s', (_, row) => {
  const applicant = applicantFor(row)
  const on = (change: Partial<Applicant>, ruleId: string) =>
    verdictsOn(judge({ ...applicant, ...change }), ruleId)

  it('an applicant only just good enough passes every condition', () => {
    expect(notPassed(judge(applicant))).toEqual([])
  })

  it(`${row.staff} people are needed`, () => {
    const verdicts = [row.staff - 1, row.staff, row.staff + 1, null].map((staff) => on({ staff }, 'staff'))
    expect(verdicts).toEqual([['fail'], ['pass'], ['pass'], ['unknown']])
  })

  it('the licence is as old as the table says', () => {
    const { licence } = row
    const at = (days: number) =>
      on({ licenceIssuedOn: addDays(issued(licence?.years ?? 1), days) }, 'licence-age')
    if (licence === null) expect(at(200)).toEqual([])
    else expect([at(1), at(0), at(-1)]).toEqual([['fail'], [licence.over ? 'fail' : 'pass'], ['pass']])
    expect(on({ licenceIssuedOn: null }, 'licence-age')).toEqual(licence === null ? [] : ['unknown'])
  })

  it('the registered capital is what the table says', () => {
    const { capital } = row
    const at = (fen: number) => on({ registeredCapital: (capital?.fen ?? 0) + fen }, 'registered-capital')
    if (capital === null) expect(at(0)).toEqual([])
    else expect([at(-1), at(0), at(1)]).toEqual([['fail'], [capital.over ? 'fail' : 'pass'], ['pass']])
  })

  it('the hours of service are what the table says', () => {
    const { hours } = row
    const at = (change: Partial<typeof hours>) =>
      on({ serviceHours: { ...hours, ...change } }, 'service-hours')
    expect(at({})).toEqual(['pass'])
    expect(at({ daysPerWeek: hours.daysPerWeek - 1 })).toEqual(['fail'])
    expect(at({ hoursPerDay: hours.hoursPerDay - 0.5 })).toEqual(['fail'])
    expect(at({ daysPerWeek: 7, hoursPerDay: 24 })).toEqual(['pass'])
    expect(at({ online: false })).toEqual([hours.online ? 'fail' : 'pass'])
  })

  it('the years of experience are what the table says', () => {
    const at = (years: number) =>
      on({ answers: { ...applicant.answers, 'experience-years': years } }, 'experience')
    const { experience } = row
    if (experience === null) expect(at(0)).toEqual([])
    else
      expect([at(experience - 0.5), at(experience), at(experience + 1)]).toEqual([
        ['fail'],
        ['pass'],
        ['pass'],
      ])
  })

  it.each(Object.entries(row.declared))('%s is needed', (ruleId, answer) => {
    const { [answer]: _answer, ...others } = applicant.answers
    expect(on({ answers: { ...others, [answer]: false } }, ruleId)).toEqual(['fail'])
    expect(on({ answers: others }, ruleId)).toEqual(['unknown'])
  })

  it('every document of the table is asked for, and no other', () => {
    const asked = judge({ ...applicant, documents: [] })
      .filter((each) => each.verdict === 'unknown')
      .map((each) => each.ruleId)
    expect(asked.sort()).toEqual(row.documents.map((kind) => `admission.document.${kind}`).sort())
  })
})

describe('admission at Alibaba Cloud', () => {
  it.each(['tax-registration', 'organisation-code'])(
    '零售通 takes a valid licence with a unified code for %s: three certificates in one',
    (kind) => {
      const row = market('lingshoutong')
      const applicant = applicantFor(row)
      const documents = applicant.documents.filter((document) => document.kind !== kind)
      const asked = (change: Partial<Applicant>) =>
        judge({ ...applicant, documents, ...change }).find(
          ({ ruleId }) => ruleId === `admission.document.${kind}`,
        )
      expect(asked({})).toMatchObject({ verdict: 'pass', citation: { reading: true } })
      expect(wordsOf(asked({})?.citation ?? { quote: '' }).summary).toContain('三证合一')
      // A registration number of before, an expired licence and none at all leave it to be handed in.
      expect(asked({ uscc: '310101000123456' })).toMatchObject({
        verdict: 'unknown',
        citation: { reading: false },
      })
      expect(asked({ uscc: null })).toMatchObject({ verdict: 'unknown' })
      const expired = documents.map((each) =>
        each.kind === 'business-licence' ? { ...each, expiresOn: '2020-01-01' } : each,
      )
      expect(asked({ documents: expired })).toMatchObject({ verdict: 'unknown' })
      expect(asked({ documents: [] })).toMatchObject({ verdict: 'unknown' })
    },
  )

  it('there are twelve markets', () => {
    expect(packOf('aliyun').admission.categories.map((each) => each.id)).toEqual(
      MARKETS.map((each) => each.id),
    )
  })

  it('only marketing software need not be cloud based', () => {
    for (const [id, ruleId, answer] of [
      ['basic-software', 'cloud-image', 'delivers-cloud-image'],
      ['enterprise-app', 'cloud-based', 'cloud-based'],
    ] as const) {
      const applicant = applicantFor(market(id))
      const answers = { ...applicant.answers, [answer]: false, 'marketing-software': true }
      expect(verdictsOn(judge({ ...applicant, answers }), ruleId)).toEqual(['pass'])
    }
    const security = applicantFor(market('security'))
    const answers = { ...security.answers, 'delivers-cloud-image': false, 'marketing-software': true }
    expect(verdictsOn(judge({ ...security, answers }), 'cloud-image')).toEqual(['fail'])
  })

  it.each([
    [['金融'], ['pass']],
    [['物流', '电商', '政务', '传媒', '物联网'], ['pass']],
    [['金融', '教育'], ['fail']],
    [[], ['unknown']],
  ])('solutions for %j: %j', (industries, verdict) => {
    const applicant = applicantFor(market('solution'))
    const answers = { ...applicant.answers, 'solution-industries': industries }
    expect(verdictsOn(judge({ ...applicant, answers }), 'solution-industry')).toEqual(verdict)
  })

  it('solutions need one ACP engineer', () => {
    const applicant = applicantFor(market('solution'))
    const at = (count: number) =>
      verdictsOn(
        judge({ ...applicant, answers: { ...applicant.answers, 'acp-engineers': count } }),
        'acp-engineers',
      )
    expect([at(0), at(1), at(2)]).toEqual([['fail'], ['pass'], ['pass']])
  })

  it('零售通 flags that 超过1年以上 contradicts itself', () => {
    const verdicts = judge(applicantFor(market('lingshoutong')))
    const age = verdicts.find((each) => each.ruleId === 'admission.licence-age.lingshoutong')
    expect(age?.citation).toMatchObject({ quote: '企业成立时间超过1年以上', reading: true })
    expect(age?.contradiction).not.toBeNull()
  })

  it('a further category of an open provider is judged by its qualification only', () => {
    const newcomer = {
      ...applicantFor(market('security')),
      uscc: null,
      documents: documents('social-insurance'),
    }
    expect(notPassed(judge(newcomer, { joinedKind: 'category-extension' }))).toEqual([])
    const young = { ...newcomer, licenceIssuedOn: '2022-06-15' }
    expect(notPassed(judge(young, { joinedKind: 'category-extension' }))).toEqual([
      'admission.licence-age.two-years fail',
    ])
    expect(notPassed(judge(newcomer))).toEqual([
      'admission.company-qualification unknown',
      'admission.document.business-licence unknown',
    ])
  })
})
