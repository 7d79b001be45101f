import { z } from 'zod'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { roleSchema } from './roles.ts'

/** The day in Beijing that is asked about. */
export const rolesQuestionSchema = z.object({ day: plainDateSchema })

/** What somebody could act as on a day, by what the audit log keeps of her record. */
export const heldRolesSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** All she held at some time of the day. */
  roles: z.array(roleSchema),
  /** Whether they changed within the day. */
  changed: z.boolean(),
  /** The entry of the log that says so: the last one of the day or before it; null where the log kept none. */
  sequence: z.int().positive().nullable(),
})
export type HeldRoles = Readonly<z.infer<typeof heldRolesSchema>>
export const rolesOnDaySchema = z.object({ people: z.array(heldRolesSchema) })
