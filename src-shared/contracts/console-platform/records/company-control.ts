import { z } from 'zod'
import { proposalShape } from './proposal.ts'

/** Fen, days, working days or hundredths of a per cent by what the control holds; whether, of a switch; words, of a text. */
export const controlValueSchema = z.union([z.boolean(), z.int(), z.string().trim().max(200)])

/** A value of one of the company's controls 内控设置, proposed by one person and adopted by another. */
export const companyControlSchema = z.strictObject({
  ...proposalShape,
  /** Its name in rules/in-force/company-controls.ts; a console passes over one it does not know. */
  control: z.string().min(1).max(64),
  value: controlValueSchema,
})
export type CompanyControl = Readonly<z.infer<typeof companyControlSchema>>
