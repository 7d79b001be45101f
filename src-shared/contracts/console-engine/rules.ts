import { z } from 'zod'
import { bilingualSchema } from '../../base/bilingual.ts'
import { ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { CONTROL_NAMES } from '../../rules/in-force/company-controls.ts'
import { valueSchema } from '../../values/value.ts'
import { commandTypeSchema } from '../console-platform/commands.ts'
import { companyControlSchema, controlValueSchema } from '../console-platform/records/company-control.ts'
import { pendingDecisionSchema } from './pending.ts'

/** Most changes that are listed: the newest. */
export const CHANGES_LIMIT = 200

/** How a change stands on a day: one that is adopted is to come, in force, or superseded by a later one. */
export const PROPOSAL_STANDINGS = [
  'proposed',
  'coming',
  'in-force',
  'superseded',
  'declined',
  'withdrawn',
] as const
export const proposalStandingSchema = z.enum(PROPOSAL_STANDINGS)
export type ProposalStanding = z.infer<typeof proposalStandingSchema>

/** A control as it stands today. */
export const controlRowSchema = z.object({
  control: z.enum(CONTROL_NAMES),
  name: bilingualSchema,
  about: bilingualSchema,
  holds: z.enum(['money', 'days', 'working-days', 'rate', 'yes-no']),
  /** Of a figure: fen, days or hundredths of a per cent; null of a switch. */
  bounds: z.object({ least: z.int(), most: z.int() }).nullable(),
  value: controlValueSchema,
  said: valueSchema,
  /** The change by which it holds; null where it is the standard. */
  by: companyControlSchema.nullable(),
  /** The next value that is adopted already. */
  next: z.object({ from: plainDateSchema, said: valueSchema }).nullable(),
  /** Proposals of it that wait for a second person. */
  waiting: z.int().nonnegative(),
})
export type ControlRow = z.infer<typeof controlRowSchema>

const changeSchema = z.object({
  standing: proposalStandingSchema,
  pending: z.array(pendingDecisionSchema),
})

/** A proposed value of a control, in words. */
export const controlChangeSchema = changeSchema.extend({
  proposal: companyControlSchema,
  name: bilingualSchema,
  said: valueSchema,
})
export type ControlChange = z.infer<typeof controlChangeSchema>

export const controlsShownSchema = z.object({
  on: plainDateSchema,
  controls: z.array(controlRowSchema),
  /** The newest first. */
  changes: z.array(controlChangeSchema),
})

export const controlCaseSchema = controlChangeSchema.extend({
  about: bilingualSchema,
  /** What it takes the place of: the value that held, or would hold, on its first day. */
  before: valueSchema,
  on: plainDateSchema,
  /** The first day it could be adopted for is past: it can only be declined. */
  tooLate: z.boolean(),
  allowed: z.array(commandTypeSchema),
  seenDigest: z.string(),
})
export type ControlCase = z.infer<typeof controlCaseSchema>

export const changeIdInput = z.strictObject({ id: ulidSchema })
