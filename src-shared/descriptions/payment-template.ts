import type { PaymentTemplateRecord } from '../contracts/console-platform/records/payment-template.ts'
import type { BankTemplate, ColumnContent, TemplateColumn } from '../payments/templates/bank-template.ts'
import { type Description, entries, field, parts, UNSAID } from '../values/description.ts'
import { instant, labelled, phrase, term, text, type Value, yesNo } from '../values/value.ts'
import { COLUMN_CONTENT_WORDS, PAYMENT_TEMPLATE_WORDS as WORDS } from '../words/payment-templates.ts'
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

/** How a bank's template is said, each column for itself. */
export const PAYMENT_TEMPLATE: Description<BankTemplate> = {
  format: UNSAID,
  id: textOf(WORDS.bank),
  name: textOf(WORDS.name),
  file: textOf(WORDS.file),
  sheet: textOf(WORDS.sheet),
  columns: entries<TemplateColumn>(WORDS.columns, ({ heading }) => heading, columnSaid),
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
