import type { Bilingual } from '../base/bilingual.ts'
import type { CommandArguments } from '../contracts/console-platform/commands.ts'
import type { Contact, ContactStep } from '../contracts/console-platform/records/contact.ts'
import { type Description, entries, field, UNSAID } from '../values/description.ts'
import { day, instant, labelled, NOTHING, phrase, term, text, type Value } from '../values/value.ts'
import {
  CONTACT_OUTCOME_WORDS,
  CONTACT_PARTY_WORDS,
  CONTACT_REASON_WORDS,
  CONTACT_STEP_WORDS,
} from '../words/contacts.ts'
import { dayOf, LABELS, marketplace, oneOf, record, textOf, yesNoOf } from './common.ts'

/** What the fields of a contact record are called. */
export const CONTACT_LABELS = {
  product: { zh: '扩展组件', en: 'Product' },
  productId: { zh: '扩展组件 ID', en: 'Product id' },
  user: { zh: '用户', en: 'User' },
  userId: { zh: '用户 ID', en: 'User id' },
  about: { zh: '关于', en: 'About' },
  callerName: { zh: '来电人', en: 'Caller' },
  callerPhone: { zh: '来电电话', en: "Caller's phone" },
  callerEmail: { zh: '来电邮箱', en: "Caller's e-mail" },
  reason: { zh: '事由', en: 'Reason' },
  subject: { zh: '主题', en: 'Subject' },
  said: { zh: '内容', en: 'What was said' },
  opened: { zh: '登记人', en: 'Recorded by' },
  step: { zh: '进展', en: 'Step' },
  handedTo: { zh: '转交给', en: 'Handed to' },
  dueOn: { zh: '答复期限', en: 'Answer due' },
  outcome: { zh: '结果', en: 'Outcome' },
  settled: { zh: '当场办结', en: 'Settled at once' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = CONTACT_LABELS

const about = field<Contact['about']>(WORDS.about, (of, names) =>
  of === null ? NOTHING : record(of.kind, of.id, names),
)
const caller = {
  callerName: textOf(WORDS.callerName),
  callerPhone: textOf(WORDS.callerPhone),
  callerEmail: textOf(WORDS.callerEmail),
}
const what = {
  reason: oneOf(WORDS.reason, CONTACT_REASON_WORDS),
  subject: textOf(WORDS.subject),
  said: textOf(WORDS.said),
}
const user = { userId: textOf(WORDS.userId), userName: textOf(WORDS.user) }

function stepSaid(step: ContactStep): Value {
  return phrase(
    term(step.step, CONTACT_STEP_WORDS[step.step]),
    ...saidOf(step),
    text(step.said.text),
    text(step.byName),
    instant(step.at),
  )
}

function saidOf(step: ContactStep): Value[] {
  switch (step.step) {
    case 'handed-over':
      return [
        labelled(WORDS.handedTo, term(step.said.to, CONTACT_PARTY_WORDS[step.said.to])),
        labelled(WORDS.dueOn, day(step.said.dueOn)),
      ]
    case 'closed':
      return [labelled(WORDS.outcome, term(step.said.outcome, CONTACT_OUTCOME_WORDS[step.said.outcome]))]
    case 'noted':
    case 'answered':
    case 'reopened':
      return []
  }
}

/** How a contact record is said. */
export const CONTACT: Description<Contact> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  listingId: textOf(WORDS.productId),
  productName: textOf(WORDS.product),
  ...user,
  about,
  ...caller,
  ...what,
  opened: field<Contact['opened']>(WORDS.opened, ({ byName, at }) => phrase(text(byName), instant(at))),
  steps: entries<ContactStep>(WORDS.step, ({ at, by, step }) => `${at} ${by} ${step}`, stepSaid),
  updatedAt: UNSAID,
}

const note = { text: textOf(WORDS.said) }

/** What the commands about contact records say. */
export const CONTACT_COMMANDS_SAID = {
  'contact.record-answer': note,
  'contact.close': { outcome: oneOf(WORDS.outcome, CONTACT_OUTCOME_WORDS), ...note },
  'contact.hand-over': {
    to: oneOf(WORDS.handedTo, CONTACT_PARTY_WORDS),
    dueOn: dayOf(WORDS.dueOn),
    ...note,
  },
  'contact.note': note,
  'contact.reopen': note,
  'contact.open': {
    marketplace,
    ...user,
    about,
    ...caller,
    ...what,
    settled: yesNoOf(WORDS.settled),
  } satisfies Description<CommandArguments<'contact.open'>>,
} as const
