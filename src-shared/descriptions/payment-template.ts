import type { PaymentTemplateRecord } from '../contracts/console-platform/records/payment-template.ts'
import type { AnswerNames } from '../payments/answer-mapping.ts'
import type { BankTemplate, ColumnContent, TemplateColumn } from '../payments/templates/bank-template.ts'
import { type Description, entries, type Field, field, parts, UNSAID } from '../values/description.ts'
import { instant, labelled, phrase, term, text, type Value, yesNo } from '../values/value.ts'
import { isNothing } from '../values/value-text.ts'
import {
  ANSWER_NAMES_WORDS,
  COLUMN_CONTENT_WORDS,
  PAYMENT_TEMPLATE_WORDS as WORDS,
} from '../words/payment-templates.ts'
import { countOf, history, LABELS, textOf } from './common.ts'

function contentSaid(content: ColumnContent): readonly Value[] {
  const kind = term(content.kind, COLUMN_CONTENT_WORDS[content.kind])
  switch (content.kind) {
    case 'text':
      return [kind, text(content.text)]
    case 'own-or-other':
      return [kind, text(`${content.bankDigits} ${content.own} / ${content.other}`)]
    case 'sequence':
    case 'reference':
    case 'payer-account':
    case 'payer-name':
    case 'payer-bank':
    case 'payee-account':
    case 'payee-name':
    case 'payee-bank':
    case 'payee-bank-code':
    case 'amount':
    case 'purpose':
    case 'day':
      return [kind]
  }
}

function columnSaid({ heading, content, maxLength, isRequired }: TemplateColumn): Value {
  return phrase(
    text(heading),
    ...contentSaid(content),
    ...(maxLength === null ? [] : [labelled(WORDS.maxLength, text(String(maxLength)))]),
    labelled(WORDS.required, yesNo(isRequired)),
  )
}

const eachColumn = entries<TemplateColumn>(WORDS.columns, ({ heading }) => heading, columnSaid)
const headingsOf = field<readonly TemplateColumn[]>(WORDS.order, (all) => ({
  kind: 'list',
  of: all.map(({ heading }, at) => text(`${at + 1} ${heading}`)),
}))

/** Each column for itself; where one that is in both stands elsewhere now, the order of all. */
const COLUMNS: Field<readonly TemplateColumn[]> = {
  tell: eachColumn.tell,
  compare: (seen, current, names) => {
    const places = new Map(seen.map(({ heading }, at) => [heading, at]))
    const isMoved = current.some(({ heading }, at) => (places.get(heading) ?? at) !== at)
    return [
      ...eachColumn.compare(seen, current, names),
      ...(isMoved ? headingsOf.compare(seen, current, names) : []),
    ]
  },
}

const namesOf = (part: keyof typeof ANSWER_NAMES_WORDS) =>
  field<readonly string[]>(ANSWER_NAMES_WORDS[part], (all) => ({ kind: 'list', of: all.map(text) }))
const ANSWER_NAMES = parts<AnswerNames>(
  {
    columns: parts({
      reference: namesOf('reference'),
      status: namesOf('status'),
      reason: namesOf('reason'),
      account: namesOf('account'),
      amount: namesOf('amount'),
    }),
    words: parts({
      accepted: namesOf('accepted'),
      pending: namesOf('pending'),
      rejected: namesOf('rejected'),
    }),
  },
  WORDS.answer,
)

/** Said only where the bank has words of its own. */
const ANSWER: Field<AnswerNames | undefined> = {
  tell: (value, names) => ANSWER_NAMES.tell(value ?? null, names).filter((each) => !isNothing(each.value)),
  compare: (seen, current, names) => ANSWER_NAMES.compare(seen ?? null, current ?? null, names),
}

/** How a bank's template is said, each column for itself. */
export const PAYMENT_TEMPLATE: Description<BankTemplate> = {
  format: UNSAID,
  id: textOf(WORDS.bank),
  name: textOf(WORDS.name),
  file: textOf(WORDS.file),
  sheet: textOf(WORDS.sheet),
  columns: COLUMNS,
  answer: ANSWER,
}

export const TEMPLATE_NUMBER = countOf(WORDS.number)

/** How a template that was set is said. */
export const PAYMENT_TEMPLATE_RECORD: Description<PaymentTemplateRecord> = {
  id: UNSAID,
  version: UNSAID,
  number: TEMPLATE_NUMBER,
  template: parts(PAYMENT_TEMPLATE),
  reason: textOf(LABELS.reason),
  set: field<PaymentTemplateRecord['set']>(WORDS.set, ({ byName, at }) => phrase(text(byName), instant(at))),
  history,
  updatedAt: UNSAID,
}
