import { z } from 'zod'
import { instantSchema } from '../../../base/ids.ts'
import { roleSchema } from '../roles.ts'

/** A person who works at the desk, as colleagues see her: for assigning and for reading histories. */
export const operatorSchema = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  name: z.string().min(1).max(100),
  roles: z.array(roleSchema),
  active: z.boolean(),
  updatedAt: instantSchema,
})
export type Operator = Readonly<z.infer<typeof operatorSchema>>
