import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { conditionVerdictSchema } from '../../rules/verdict.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { applicationSchema, applicationStatusSchema } from '../console-platform/records/application.ts'
import { providerSchema } from '../console-platform/records/provider.ts'
import { reviewClockSchema } from './clock.ts'
import { depositRowSchema } from './deposits.ts'
import { exportSchema } from './exports.ts'
import { pageOf, windowSchema } from './paging.ts'
import { pendingDecisionSchema } from './pending.ts'
import { queueFilterSchema } from './queue-filter.ts'

export const APPLICATION_SORT_COLUMNS = [
  'submittedAt',
  'dueOn',
  'name',
  'marketplace',
  'status',
  'updatedAt',
] as const

export const applicationFilterSchema = queueFilterSchema(applicationStatusSchema)
export type ApplicationFilter = z.infer<typeof applicationFilterSchema>

export const personSchema = z.object({ id: z.string(), name: z.string() })

export const applicationRowSchema = z.object({
  id: ulidSchema,
  version: z.int(),
  marketplace: marketplaceSchema,
  name: z.string(),
  kind: z.enum(['enterprise', 'individual']),
  categories: z.array(z.object({ id: z.string(), name: bilingualSchema })),
  purpose: z.enum(['first', 'category-extension']),
  status: applicationStatusSchema,
  assignee: personSchema.nullable(),
  submittedAt: instantSchema,
  clock: reviewClockSchema.nullable(),
  pending: pendingDecisionSchema.nullable(),
})
export type ApplicationRow = z.infer<typeof applicationRowSchema>

export const reasonTemplateSchema = z.object({ id: z.string(), text: bilingualSchema })

/** Everything a reviewer needs for one application, with pending decisions laid over it. */
export const applicationCaseSchema = z.object({
  application: applicationSchema,
  provider: providerSchema.nullable(),
  marketplaceName: bilingualSchema,
  categoryNames: z.array(bilingualSchema),
  pack: z.object({ version: z.string(), effectiveFrom: plainDateSchema }),
  conditions: z.array(conditionVerdictSchema),
  clock: reviewClockSchema.nullable(),
  /** Names of the document kinds the pack knows, by kind. */
  documentNames: z.record(z.string(), bilingualSchema),
  /** Agreements still to be signed and already signed. */
  agreements: z.array(
    z.object({ key: z.string(), name: bilingualSchema, version: z.string(), signed: z.boolean() }),
  ),
  /** Deposits that must be paid or waived before it can be opened; empty before it comes to that. */
  owed: z.array(depositRowSchema),
  assignee: personSchema.nullable(),
  /** Commands this person may give in this state, the likely next one first. */
  allowed: z.array(commandAboutSchema('application')),
  requestTemplates: z.array(reasonTemplateSchema),
  rejectTemplates: z.array(reasonTemplateSchema),
  pending: z.array(pendingDecisionSchema),
  returned: z.array(pendingDecisionSchema),
  /** SHA-256 over what is shown; goes along with a verdict. */
  seenDigest: z.string(),
})
export type ApplicationCase = z.infer<typeof applicationCaseSchema>

export const applicationListInput = windowSchema(APPLICATION_SORT_COLUMNS).extend({
  filter: applicationFilterSchema,
})
export const applicationExportInput = exportSchema(APPLICATION_SORT_COLUMNS).extend({
  filter: applicationFilterSchema,
})
export const applicationPageSchema = pageOf(applicationRowSchema)
