import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { citationSchema } from '../../rules/verdict.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { VIOLATION_STATUSES, violationSchema } from '../console-platform/records/violation.ts'
import { depositRowSchema } from './deposits.ts'
import { pendingDecisionSchema } from './pending.ts'
import { violationRowSchema } from './violations.ts'

/** One violation with what its ruling needs to know, pending decisions laid over. */
export const violationCaseSchema = z.object({
  violation: violationSchema,
  status: z.enum(VIOLATION_STATUSES),
  marketplaceName: bilingualSchema,
  ruleName: bilingualSchema,
  on: plainDateSchema,
  /** The deposit a deduction comes from, as it stands today; null where there is none, or it is not seen here. */
  deposit: depositRowSchema.nullable(),
  /** What may be deducted from it today, fen. */
  deductible: fenSchema,
  /** By when today's deduction would be paid in again, by the pack's sentence; null where it states none. */
  topUp: z.object({ by: plainDateSchema, provisional: z.boolean(), citation: citationSchema }).nullable(),
  /** Others of the provider. */
  others: z.array(violationRowSchema),
  allowed: z.array(commandAboutSchema('violation')),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is on record; goes along with a decision. */
  seenDigest: z.string(),
})
export type ViolationCase = z.infer<typeof violationCaseSchema>

/** The rules that a provider may have broken on a day, and the deposits a deduction may come from. */
export const violationRulesInput = z.strictObject({ providerId: z.string(), on: plainDateSchema })
export const violationRulesSchema = z.object({
  marketplace: marketplaceSchema,
  today: plainDateSchema,
  rules: z.array(z.object({ name: bilingualSchema, citation: citationSchema })),
  deposits: z.array(depositRowSchema),
})
export const violationIdInput = z.strictObject({ id: ulidSchema })
