import { z } from 'zod'
import { answerNamesSchema, isUnambiguous } from '../answer-mapping.ts'

/** Whether six digits follow one another, however they are written and whatever sign stands between them. */
function holdsAccount(text: string): boolean {
  return /\p{Nd}{6}/u.test(text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, ''))
}

/** What a column of a bank's template holds. A fixed text is no account: every payment would go to the same one. */
const columnContentSchema = z.discriminatedUnion('kind', [
  /** Always the same text; an empty one leaves the column empty. */
  z.strictObject({
    kind: z.literal('text'),
    text: z
      .string()
      .max(60)
      .refine((text) => !holdsAccount(text), 'a fixed text is no account number'),
  }),
  z.strictObject({
    kind: z.enum([
      'sequence',
      'reference',
      'payer-account',
      'payer-name',
      'payer-bank',
      'payee-account',
      'payee-name',
      'payee-bank',
      'payee-bank-code',
      'amount',
      'purpose',
      /** The day of execution, `20261128`. */
      'day',
    ]),
  }),
  /** Whether the payee's bank is the one the file is for, told by the first digits of its 联行号. */
  z.strictObject({
    kind: z.literal('own-or-other'),
    bankDigits: z.string().regex(/^\d{3}$/),
    own: z.string().max(10),
    other: z.string().max(10),
  }),
])
export type ColumnContent = Readonly<z.infer<typeof columnContentSchema>>

const templateColumnSchema = z.strictObject({
  heading: z.string().trim().min(1).max(100),
  content: columnContentSchema,
  /** Characters the bank takes; null where no source states it. */
  maxLength: z.int().positive().max(500).nullable(),
  isRequired: z.boolean(),
})
export type TemplateColumn = Readonly<z.infer<typeof templateColumnSchema>>

/** The parts of a template, as a record keeps them. */
export const bankTemplateShape = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  name: z.string().trim().min(1).max(80),
  file: z.enum(['xls', 'xlsx']),
  sheet: z.string().trim().min(1).max(31),
  columns: z.array(templateColumnSchema).min(4).max(60),
  /** What its result workbook 回盘 says in other words than the usual; left out where it does not. */
  answer: answerNamesSchema.optional(),
})

/** A bank's own file for payments, as a mapping that people may edit. */
export const bankTemplateSchema = bankTemplateShape
  .refine(
    ({ columns }) => NEEDED.every((kind) => columns.some(({ content }) => content.kind === kind)),
    'payee account, payee name, amount and reference each need a column',
  )
  .refine(
    ({ columns }) => new Set(columns.map(({ heading }) => heading)).size === columns.length,
    'each heading stands once',
  )
  .refine(({ answer }) => answer === undefined || isUnambiguous(answer), 'a word of the bank means one thing')
export type BankTemplate = Readonly<z.infer<typeof bankTemplateSchema>>

/** Without these nobody can be paid, and no answer finds its payment. */
const NEEDED: readonly ColumnContent['kind'][] = ['payee-account', 'payee-name', 'amount', 'reference']
