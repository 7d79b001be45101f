import { z } from 'zod'
import { labelledSchema } from '../../values/value.ts'
import { revealQuestionSchema } from '../console-platform/contract.ts'
import { base } from './base-procedure.ts'
import { foundGroupSchema, foundKindSchema, foundSchema } from './desk.ts'
import { userCaseSchema, userIdInput } from './users.ts'

const text = z.string().max(100)
const limit = z.int().min(1).max(50)

/** What answers a caller: what is found by a text, users, and personal data that this copy lacks. */
export const lookUpProcedures = {
  find: base.input(z.strictObject({ text, limit })).output(z.array(foundSchema)),
  /** The same by kind, the kind of the best hit first. */
  lookUp: base
    .input(z.strictObject({ text, perKind: limit, kinds: z.array(foundKindSchema).max(50).nullable() }))
    .output(z.array(foundGroupSchema)),
  /** Asks the platform, which notes who asked and why; OFFLINE without it. Never stored. */
  reveal: base.input(revealQuestionSchema).output(z.object({ values: z.array(labelledSchema) })),
  users: { get: base.input(userIdInput).output(userCaseSchema) },
}
