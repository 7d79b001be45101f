import type { Bilingual } from '../base/bilingual.ts'
import type { Application, SignedContract } from '../contracts/console-platform/records/application.ts'
import type { Applicant } from '../rules/admission/applicant.ts'
import { type Description, entries, type Names, parts, UNSAID } from '../values/description.ts'
import { count, day, labelled, list, phrase, text, yesNo } from '../values/value.ts'
import { STATUS_WORDS } from '../words/statuses.ts'
import {
  amountOf,
  assignee,
  countOf,
  dayOf,
  entriesOf,
  history,
  instantOf,
  LABELS,
  marketplace,
  named,
  oneOf,
  textOf,
  yesNoOf,
} from './common.ts'
import { documents } from './papers.ts'
import { PROVIDER_KIND_WORDS, PROVIDER_SOURCE_WORDS } from './provider.ts'

const SIGNED_ON: Bilingual = { zh: '签署日期', en: 'Signed on' }

/** Which agreement, its version, by whom and when. */
export const contractSaid = ({ agreement, version, signedBy, signedOn }: SignedContract, names: Names) =>
  phrase(
    named('agreement', agreement, names),
    text(version),
    text(signedBy),
    labelled(SIGNED_ON, day(signedOn)),
  )

type Answers = Applicant['answers']
/** What only some marketplaces ask, question by question. */
const answers = {
  label: { zh: '回答', en: 'Answers' },
  said: (value: Answers[string]) => {
    if (typeof value === 'boolean') return yesNo(value)
    if (typeof value === 'number') return count(value)
    return typeof value === 'string' ? text(value) : list(value.map((each) => text(each)))
  },
}

const applicant: Description<Applicant> = {
  marketplace: UNSAID,
  kind: oneOf({ zh: '主体类型', en: 'Kind' }, PROVIDER_KIND_WORDS),
  name: textOf(LABELS.name),
  uscc: textOf({ zh: '统一社会信用代码', en: 'USCC' }),
  residentId: textOf({ zh: '身份证号', en: 'Resident id' }),
  categories: entriesOf({ zh: '类目', en: 'Categories' }, 'category'),
  source: oneOf({ zh: '来源', en: 'Source' }, PROVIDER_SOURCE_WORDS),
  freeOrOpenSourceOnly: yesNoOf({ zh: '仅提供免费或开源软件', en: 'Free or open source only' }),
  openSourceOnly: yesNoOf({ zh: '全部为开源软件', en: 'Open source throughout' }),
  staff: countOf({ zh: '团队人数', en: 'Staff' }),
  registeredCapital: amountOf({ zh: '注册资金', en: 'Registered capital' }),
  foundedOn: dayOf({ zh: '成立日期', en: 'Founded on' }),
  licenceIssuedOn: dayOf({ zh: '营业执照签发日期', en: 'Licence issued on' }),
  serviceHours: parts<NonNullable<Applicant['serviceHours']>>(
    {
      daysPerWeek: countOf({ zh: '每周天数', en: 'Days a week' }),
      hoursPerDay: countOf({ zh: '每天小时', en: 'Hours a day' }),
      online: yesNoOf({ zh: '在线', en: 'Online' }),
    },
    { zh: '客服时间', en: 'Service hours' },
  ),
  website: textOf({ zh: '网址', en: 'Website' }),
  contact: parts<NonNullable<Applicant['contact']>>(
    {
      name: textOf({ zh: '姓名', en: 'Name' }),
      phone: textOf({ zh: '电话', en: 'Phone' }),
      email: textOf({ zh: '邮箱', en: 'E-mail' }),
    },
    { zh: '联系人', en: 'Contact' },
  ),
  answers: {
    tell: (all, names) => [
      {
        label: answers.label,
        value: list(
          Object.entries(all).map(([question, answer]) =>
            phrase(named('question', question, names), answers.said(answer)),
          ),
        ),
      },
    ],
    compare: (seen, current, names) =>
      entries<readonly [string, Answers[string]]>(
        answers.label,
        ([question]) => question,
        ([question, answer]) => phrase(named('question', question, names), answers.said(answer)),
      ).compare(Object.entries(seen), Object.entries(current), names),
  },
  documents,
}

/** How an application is said. */
export const APPLICATION: Description<Application> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: textOf(LABELS.provider),
  status: oneOf(LABELS.status, STATUS_WORDS.application),
  purpose: oneOf(
    { zh: '事由', en: 'Purpose' },
    {
      first: { zh: '首次入驻', en: 'First application' },
      'category-extension': { zh: '新增类目', en: 'Further category' },
    },
  ),
  applicant: parts(applicant),
  assignee,
  submittedAt: instantOf(LABELS.submittedAt),
  dueOn: dayOf(LABELS.dueOn),
  decidedAt: instantOf(LABELS.decidedAt),
  contracts: entries<SignedContract>(
    { zh: '协议', en: 'Agreements' },
    ({ agreement }) => agreement,
    contractSaid,
  ),
  history,
  updatedAt: UNSAID,
}
