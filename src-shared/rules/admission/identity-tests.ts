import { z } from 'zod'
import type { Applicant } from './applicant.ts'
import type { Judgement } from './judgement.ts'
import { judgeStated, same } from './judgement.ts'
import { isResidentId } from './resident-id.ts'
import { hasUsccShape, isUscc } from './uscc.ts'

/** Codes that were given out before 2016, in Xiamen for one, break the check symbol and are in use. */
const LOOKED_UP = {
  zh: '（校验位不符：请在国家企业信用信息公示系统查询后填写查询结果）',
  en: ' (the check symbol does not fit: look it up in the National Enterprise Credit Information Publicity System)',
}

/** A wrong shape fails; a right one with a check symbol that does not fit is unknown, to be looked up. */
export function judgeUscc(applicant: Applicant): Judgement {
  const required = { zh: '有效的统一社会信用代码', en: 'a valid unified social credit code' }
  const judged = judgeStated('uscc', applicant.uscc, required, same, isUscc)
  const { uscc } = applicant
  if (uscc === null || judged.verdict === 'pass' || !hasUsccShape(uscc)) return judged
  const { zh, en } = LOOKED_UP
  return { ...judged, verdict: 'unknown', required: { zh: required.zh + zh, en: required.en + en } }
}

export function judgeResidentId(applicant: Applicant): Judgement {
  const required = { zh: '有效的公民身份号码', en: 'a valid resident identity number' }
  return judgeStated('residentId', applicant.residentId, required, same, isResidentId)
}

export function judgeWebsite(applicant: Applicant): Judgement {
  const required = { zh: '可访问的网址', en: 'a web address' }
  return judgeStated('website', applicant.website?.trim() || null, required, same, (address) =>
    /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address),
  )
}

/** Name, phone and e-mail are all needed; a missing one is unknown, an e-mail that is none fails. */
export function judgeContact(applicant: Applicant): Judgement {
  const required = { zh: '联系人姓名、电话与邮箱', en: 'name, phone and e-mail of the contact' }
  const given = [applicant.contact?.name, applicant.contact?.phone, applicant.contact?.email].flatMap(
    (part) => (part?.trim() ? [part.trim()] : []),
  )
  const email = applicant.contact?.email?.trim() ?? ''
  const judged = judgeStated(
    'contact',
    given.length === 3 ? given : null,
    required,
    (parts) => same(parts.join(' / ')),
    () => z.email().safeParse(email).success,
  )
  return given.length === 1 || given.length === 2 ? { ...judged, found: same(given.join(' / ')) } : judged
}
