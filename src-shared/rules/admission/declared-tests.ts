import type { Bilingual } from '../../base/bilingual.ts'
import type { AdmissionTest } from '../../policy/admission-test.ts'
import type { Applicant } from './applicant.ts'
import type { Judgement } from './judgement.ts'
import { judgeStated, same } from './judgement.ts'

type TestOf<K extends AdmissionTest['test']> = Extract<AdmissionTest, { test: K }>

/** An answer of another type than the pack expects says nothing: it is unknown. */
export function judgeDeclared(test: TestOf<'declared'>, applicant: Applicant): Judgement {
  const value = applicant.answers[test.answer]
  const isExempt = test.exemptBy !== undefined && applicant.answers[test.exemptBy] === true
  if (isExempt) return exempted(`answers.${test.exemptBy}`)
  const yesOrNo = (yes: boolean): Bilingual => (yes ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
  return judgeStated(
    `answers.${test.answer}`,
    typeof value === 'boolean' ? value : null,
    yesOrNo(true),
    yesOrNo,
    (yes) => yes,
  )
}

function exempted(fact: string): Judgement {
  const found = { zh: '适用例外，无须满足', en: 'exempt' }
  return {
    verdict: 'pass',
    fact,
    found,
    required: { zh: '是，例外除外', en: 'yes, unless exempt' },
    documentHashes: [],
  }
}

export function judgeDeclaredNumber(test: TestOf<'declared-number'>, applicant: Applicant): Judgement {
  const value = applicant.answers[test.answer]
  const { zh, en } = test.unit
  return judgeStated(
    `answers.${test.answer}`,
    typeof value === 'number' ? value : null,
    { zh: `不少于 ${test.atLeast} ${zh}`, en: `at least ${test.atLeast} ${en}` },
    (count) => ({ zh: `${count} ${zh}`, en: `${count} ${en}` }),
    (count) => count >= test.atLeast,
  )
}

export function judgeDeclaredAmong(test: TestOf<'declared-among'>, applicant: Applicant): Judgement {
  const value = applicant.answers[test.answer]
  const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return judgeStated(
    `answers.${test.answer}`,
    chosen.length > 0 ? chosen : null,
    { zh: `仅限 ${test.allowed.join('、')}`, en: `only ${test.allowed.join(', ')}` },
    (found) => ({ zh: found.join('、'), en: found.join(', ') }),
    (found) => found.every((each) => test.allowed.includes(each)),
  )
}

const HTTPS_DOMAIN_PORT = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}:(\d{1,5})(?:\/\S*)?$/i

export function judgeHttpsAddress(test: TestOf<'https-address'>, applicant: Applicant): Judgement {
  const value = applicant.answers[test.answer]
  return judgeStated(
    `answers.${test.answer}`,
    typeof value === 'string' && value.trim() !== '' ? value.trim() : null,
    { zh: 'https://域名+端口', en: 'https://domain:port' },
    same,
    (address) => {
      const port = Number(HTTPS_DOMAIN_PORT.exec(address)?.[1])
      return port >= 1 && port <= 65_535
    },
  )
}
