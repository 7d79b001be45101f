import type { Bilingual } from '../base/bilingual.ts'
import type { Notice, NoticeStep } from '../contracts/console-platform/records/notice.ts'
import type { NoticeTemplate } from '../contracts/console-platform/records/notice-template.ts'
import type { NoticeTexts, TemplateTexts } from '../rules/notices/notice-template.ts'
import { type Description, entries, type Field, field, parts, UNSAID } from '../values/description.ts'
import { instant, labelled, phrase, term, text, type Value } from '../values/value.ts'
import {
  NOTICE_CHANNEL_WORDS,
  NOTICE_LANGUAGE_WORDS,
  NOTICE_STEP_WORDS,
  OCCASION_WORDS,
  SENT_VIA_WORDS,
  TOLD_BY_WORDS,
} from '../words/notices.ts'
import { countOf, history, instantOf, LABELS, marketplace, oneOf, record, textOf } from './common.ts'

/** What the fields of a notice and of a template are called. */
export const NOTICE_LABELS = {
  occasion: { zh: '场合', en: 'Occasion' },
  about: { zh: '关于', en: 'About' },
  language: { zh: '语言', en: 'Language' },
  recipient: { zh: '收件人', en: 'Recipient' },
  email: { zh: '收件邮箱', en: 'E-mail' },
  phone: { zh: '电话', en: 'Phone' },
  former: { zh: '此前的收件邮箱', en: 'Earlier e-mail' },
  subject: { zh: '主题', en: 'Subject' },
  text: { zh: '正文', en: 'Text' },
  step: { zh: '进展', en: 'Step' },
  value: { zh: '占位符内容', en: 'Placeholder' },
  cause: { zh: '起因', en: 'Cause' },
  channel: { zh: '通知方式', en: 'Way' },
  madeAt: { zh: '生成时间', en: 'Made' },
  nextTry: { zh: '下次发送', en: 'Next try' },
  told: { zh: '告知方式', en: 'Told by' },
  number: { zh: '模板序号', en: 'Number of the template' },
  chinese: { zh: '中文', en: 'Chinese' },
  english: { zh: '英文', en: 'English' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = NOTICE_LABELS

function stepSaid(step: NoticeStep): Value {
  return phrase(term(step.step, NOTICE_STEP_WORDS[step.step]), ...saidOf(step), instant(step.at))
}

function saidOf(step: NoticeStep): Value[] {
  switch (step.step) {
    case 'handed':
      return [text(step.sender)]
    case 'sent':
      return [term(step.via, SENT_VIA_WORDS[step.via]), text(step.answer)]
    case 'deferred':
      return [text(step.answer), labelled(WORDS.nextTry, instant(step.until))]
    case 'bounced':
    case 'failed':
    case 'unclear':
      return [text(step.answer)]
    case 'resent':
      return [term(step.said.language, NOTICE_LANGUAGE_WORDS[step.said.language]), text(step.byName)]
    case 'cancelled':
      return [text(step.said.reason), text(step.byName)]
    case 'told':
      return [
        term(step.said.channel, TOLD_BY_WORDS[step.said.channel]),
        text(step.said.note),
        text(step.byName),
      ]
  }
}

type Said = NonNullable<Notice['said']>
type Placed = readonly [string, Said['values'][string]]

const letter = (label: Bilingual) =>
  parts<NoticeTexts['zh']>({ subject: textOf(WORDS.subject), text: textOf(WORDS.text) }, label)
const eachValue = entries<Placed>(
  WORDS.value,
  ([name]) => name,
  ([name, { zh, en }]) => phrase(text(name), text(zh), text(en)),
)
const values: Field<Said['values']> = {
  tell: (all, names) => eachValue.tell(Object.entries(all), names),
  compare: (seen, current, names) => eachValue.compare(Object.entries(seen), Object.entries(current), names),
}

/** How a notice is said. */
export const NOTICE: Description<Notice> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  occasion: oneOf(WORDS.occasion, OCCASION_WORDS),
  about: field<Notice['about']>(WORDS.about, ({ kind, id }, names) => record(kind, id, names)),
  cause: textOf(WORDS.cause),
  template: field<Notice['template']>(WORDS.number, ({ marketplace: of, number: which }) =>
    phrase(text(of), text(String(which))),
  ),
  channel: oneOf(WORDS.channel, NOTICE_CHANNEL_WORDS),
  language: oneOf(WORDS.language, NOTICE_LANGUAGE_WORDS),
  said: parts<Said>({
    texts: parts<NoticeTexts>({ zh: letter(WORDS.chinese), en: letter(WORDS.english) }),
    values,
  }),
  recipient: parts<NonNullable<Notice['recipient']>>(
    {
      name: textOf(LABELS.name),
      email: textOf(WORDS.email),
      phone: textOf(WORDS.phone),
      former: entries<string>(WORDS.former, (address) => address, text),
    },
    WORDS.recipient,
  ),
  steps: entries<NoticeStep>(
    WORDS.step,
    (step) => `${step.at} ${'by' in step ? step.by : ''} ${step.step}`,
    stepSaid,
  ),
  madeAt: instantOf(WORDS.madeAt),
  updatedAt: UNSAID,
}

const inLanguage = (label: Bilingual) =>
  parts<TemplateTexts['zh']>({ subject: textOf(WORDS.subject), body: textOf(WORDS.text) }, label)
const texts = parts<TemplateTexts>({ zh: inLanguage(WORDS.chinese), en: inLanguage(WORDS.english) })
const occasion = oneOf(WORDS.occasion, OCCASION_WORDS)
/** Of no marketplace: for all. */
const number = countOf(WORDS.number)

/** How a template of notices is said. */
export const NOTICE_TEMPLATE: Description<NoticeTemplate> = {
  id: UNSAID,
  version: UNSAID,
  occasion,
  marketplace,
  number,
  texts,
  reason: textOf(LABELS.reason),
  set: field<NoticeTemplate['set']>({ zh: '保存人', en: 'Set by' }, ({ byName, at }) =>
    phrase(text(byName), instant(at)),
  ),
  history,
  updatedAt: UNSAID,
}

/** What the commands about notices say. */
export const NOTICE_COMMANDS_SAID = {
  'notice.mark-told': { channel: oneOf(WORDS.told, TOLD_BY_WORDS), note: textOf(LABELS.note) },
  'notice.resend': { language: oneOf(WORDS.language, NOTICE_LANGUAGE_WORDS), email: textOf(WORDS.email) },
  'notice.cancel': { reason: textOf(LABELS.reason) },
  'notice.set-template': { occasion, marketplace, number, texts, reason: textOf(LABELS.reason) },
} as const
