import { assert } from '../../base/assert.ts'
import type { Bilingual } from '../../base/bilingual.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { addYears } from '../../calendar/plain-date.ts'
import { formatYuan, parseYuan } from '../../money/yuan.ts'
import type { AdmissionTest } from '../../policy/admission-test.ts'
import type { Applicant } from './applicant.ts'
import type { Judgement } from './judgement.ts'
import { judgeStated } from './judgement.ts'

type TestOf<K extends AdmissionTest['test']> = Extract<AdmissionTest, { test: K }>

const people = (count: number): Bilingual => ({ zh: `${count} 人`, en: `${count} people` })

export function judgeStaff(test: TestOf<'staff'>, applicant: Applicant): Judgement {
  const required = { zh: `${test.atLeast} 人以上（含）`, en: `at least ${test.atLeast} people` }
  return judgeStated('staff', applicant.staff, required, people, (staff) => staff >= test.atLeast)
}

export function judgeCapital(test: TestOf<'registered-capital'>, applicant: Applicant): Judgement {
  const limit = parseYuan(test.yuan)
  assert(limit !== null, 'a pack states amounts in yuan')
  const amount = formatYuan(limit)
  const included = test.boundary === 'included'
  const required = included
    ? { zh: `不低于 ${amount}`, en: `at least ${amount}` }
    : { zh: `超过 ${amount}`, en: `more than ${amount}` }
  return judgeStated(
    'registeredCapital',
    applicant.registeredCapital,
    required,
    (capital) => ({ zh: formatYuan(capital), en: formatYuan(capital) }),
    (capital) => (included ? capital >= limit : capital > limit),
  )
}

/** Years are reached on the corresponding day; where the limit is excluded, on the day after. */
export function judgeAge(test: TestOf<'age'>, applicant: Applicant, on: PlainDate): Judgement {
  const included = test.boundary === 'included'
  const since = AGE_SINCE[test.since]
  const years = `${test.years}`
  const required = included
    ? { zh: `${since.zh}满 ${years} 年`, en: `${years} years since ${since.en}` }
    : { zh: `${since.zh}超过 ${years} 年`, en: `more than ${years} years since ${since.en}` }
  return judgeStated(
    test.since,
    applicant[test.since],
    required,
    (start) => ageInWords(since, start, on),
    (start) => {
      const reachedOn = addYears(start, test.years)
      return included ? reachedOn <= on : reachedOn < on
    },
  )
}

const AGE_SINCE = {
  foundedOn: { zh: '企业成立', en: 'the company was founded' },
  licenceIssuedOn: { zh: '营业执照', en: 'the licence was issued' },
} as const

function ageInWords(since: Bilingual, start: PlainDate, on: PlainDate): Bilingual {
  const roughly = Number(on.slice(0, 4)) - Number(start.slice(0, 4))
  const full = Math.max(0, start <= on && addYears(start, Math.max(0, roughly)) <= on ? roughly : roughly - 1)
  return {
    zh: `${since.zh} ${start}，至 ${on} 满 ${full} 年`,
    en: `${start}: ${full} full ${full === 1 ? 'year' : 'years'} by ${on}`,
  }
}

export function judgeServiceHours(test: TestOf<'service-hours'>, applicant: Applicant): Judgement {
  const hours = `${test.daysPerWeek}*${test.hoursPerDay}`
  const required = test.online
    ? { zh: `不少于 ${hours} 小时在线服务`, en: `at least ${hours} hours of online service` }
    : { zh: `不少于 ${hours} 小时服务`, en: `at least ${hours} hours of service` }
  return judgeStated(
    'serviceHours',
    applicant.serviceHours,
    required,
    (found) => ({
      zh: `${found.daysPerWeek}*${found.hoursPerDay} 小时，${found.online ? '在线' : '非在线'}`,
      en: `${found.daysPerWeek}*${found.hoursPerDay} hours, ${found.online ? 'online' : 'not online'}`,
    }),
    (found) =>
      found.daysPerWeek >= test.daysPerWeek &&
      found.hoursPerDay >= test.hoursPerDay &&
      (found.online || !test.online),
  )
}
