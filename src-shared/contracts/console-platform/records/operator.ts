import { z } from 'zod'
import { instantSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { roleSchema } from '../roles.ts'

/** Roles one person may be given, past and future ones counted. */
const GRANTS_LIMIT = 50

/** A role from one day to another, in Beijing, both included; without an end where `until` is null. */
export const grantSchema = z.strictObject({
  role: roleSchema,
  from: plainDateSchema,
  until: plainDateSchema.nullable(),
})
export type Grant = Readonly<z.infer<typeof grantSchema>>
export const grantsSchema = z.array(grantSchema).max(GRANTS_LIMIT)

/** A person who works at the desk, as colleagues see her: for assigning and for reading histories. */
export const operatorSchema = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  name: z.string().min(1).max(100),
  /** Those of her grants that held when the record was written; who asks the platform is held to the day's. */
  roles: z.array(roleSchema),
  grants: grantsSchema,
  active: z.boolean(),
  updatedAt: instantSchema,
})
export type Operator = Readonly<z.infer<typeof operatorSchema>>
