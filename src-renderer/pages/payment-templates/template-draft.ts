import type { paymentTemplates } from '#renderer/i18n/zh/payment-templates.ts'
import { isUnambiguous } from '#shared/payments/answer-mapping.ts'
import {
  type BankTemplate,
  bankTemplateSchema,
  type ColumnContent,
} from '#shared/payments/templates/bank-template.ts'
import type { AnswerNamesPart } from '#shared/words/payment-templates.ts'

/** A column as typed: what each kind of content needs stands beside it, whether it is that kind or not. */
export interface ColumnDraft {
  /** Of this column while the form is open. */
  readonly key: string
  readonly heading: string
  readonly kind: ColumnContent['kind']
  readonly text: string
  readonly bankDigits: string
  readonly own: string
  readonly other: string
  /** Empty where no length is stated. */
  readonly maxLength: number | ''
  readonly isRequired: boolean
}

/** A template as typed. */
export interface TemplateDraft {
  readonly id: string
  readonly name: string
  readonly file: BankTemplate['file']
  readonly sheet: string
  readonly columns: readonly ColumnDraft[]
  /** Names and words of the bank's answer, several with a comma between them. */
  readonly answer: Readonly<Record<AnswerNamesPart, string>>
}

/** Why a draft is no template: there are words for each. */
export type TemplateTrouble = keyof (typeof paymentTemplates)['trouble']

/** What files of every bank need. */
const NEEDED: readonly ColumnContent['kind'][] = ['payee-account', 'payee-name', 'amount', 'reference']

/** The form of a template. */
export function draftOf({ id, name, file, sheet, columns, answer }: BankTemplate): TemplateDraft {
  const said = { ...answer?.columns, ...answer?.words }
  const listed = (part: AnswerNamesPart) => (said[part] ?? []).join('、')
  return {
    ...{ id, name, file, sheet },
    answer: {
      ...{ reference: listed('reference'), status: listed('status'), reason: listed('reason') },
      ...{ account: listed('account'), amount: listed('amount') },
      ...{ accepted: listed('accepted'), pending: listed('pending'), rejected: listed('rejected') },
    },
    columns: columns.map(({ heading, content, maxLength, isRequired }, at) => ({
      ...{ key: `${id} ${at}`, heading, kind: content.kind, isRequired },
      text: content.kind === 'text' ? content.text : '',
      bankDigits: content.kind === 'own-or-other' ? content.bankDigits : '',
      own: content.kind === 'own-or-other' ? content.own : '',
      other: content.kind === 'own-or-other' ? content.other : '',
      maxLength: maxLength ?? '',
    })),
  }
}

/** An empty column. */
export function newColumn(key: string): ColumnDraft {
  return {
    ...{ key, heading: '', kind: 'text', text: '', bankDigits: '', own: '', other: '' },
    ...{ maxLength: '', isRequired: false },
  }
}

/** The template that a draft is; null where it is none. */
export function templateOf({ columns, answer, ...draft }: TemplateDraft): BankTemplate | null {
  const parsed = bankTemplateSchema.safeParse({
    format: 1,
    ...draft,
    ...answerOf(answer),
    columns: columns.map(({ heading, maxLength, isRequired, ...column }) => ({
      ...{ heading, content: contentOf(column), isRequired },
      maxLength: maxLength === '' ? null : maxLength,
    })),
  })
  return parsed.success ? parsed.data : null
}

/** Left out where the bank has no names of its own. */
function answerOf(draft: TemplateDraft['answer']): Pick<BankTemplate, 'answer'> {
  if (Object.values(draft).every((text) => namesIn(text).length === 0)) return {}
  const { reference, status, reason, account, amount, accepted, pending, rejected } = draft
  return {
    answer: {
      columns: {
        ...{ reference: namesIn(reference), status: namesIn(status), reason: namesIn(reason) },
        ...{ account: namesIn(account), amount: namesIn(amount) },
      },
      words: { accepted: namesIn(accepted), pending: namesIn(pending), rejected: namesIn(rejected) },
    },
  }
}

function namesIn(text: string): string[] {
  return text
    .split(/[、,，;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function contentOf({
  kind,
  text,
  bankDigits,
  own,
  other,
}: Omit<ColumnDraft, 'heading' | 'maxLength' | 'isRequired'>) {
  if (kind === 'text') return { kind, text }
  return kind === 'own-or-other' ? { kind, bankDigits, own, other } : { kind }
}

/** The first thing to mend of a draft; null where it is a template. */
export function troubleWith(draft: TemplateDraft): TemplateTrouble | null {
  if (templateOf(draft) !== null) return null
  const { id, name, sheet, columns } = draft
  const headings = columns.map(({ heading }) => heading.trim())
  if (!/^[a-z][a-z0-9-]{1,31}$/.test(id)) return 'id'
  if (name.trim() === '' || name.trim().length > 80) return 'name'
  if (sheet.trim() === '' || sheet.trim().length > 31) return 'sheet'
  if (columns.length < 4 || columns.length > 60) return 'columns'
  if (headings.includes('')) return 'heading-missing'
  if (new Set(headings).size < headings.length) return 'heading-twice'
  if (!NEEDED.every((kind) => columns.some((column) => column.kind === kind))) return 'needed-missing'
  if (columns.some(({ kind, text }) => kind === 'text' && /\d{6}/.test(text.replaceAll(/[\s-]/g, '')))) {
    return 'fixed-account'
  }
  if (columns.some(({ maxLength }) => maxLength !== '' && !(maxLength >= 1 && maxLength <= 500))) {
    return 'length'
  }
  const { answer } = answerOf(draft.answer)
  if (answer !== undefined && !isUnambiguous(answer)) return 'word-twice'
  return 'invalid'
}

/** Whether two templates write the same file. */
export function isSameTemplate(one: BankTemplate, other: BankTemplate): boolean {
  return JSON.stringify(bankTemplateSchema.parse(one)) === JSON.stringify(bankTemplateSchema.parse(other))
}
