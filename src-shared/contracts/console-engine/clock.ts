import { z } from 'zod'
import { plainDateSchema } from '../../calendar/plain-date.ts'

/** A review clock in working days. Negative `workingDaysLeft` is overdue; `provisional` lacks a holiday table. */
export const reviewClockSchema = z.object({
  state: z.enum(['running', 'warn', 'overdue']),
  dueOn: plainDateSchema,
  workingDaysLeft: z.int(),
  provisional: z.boolean(),
})
export type ReviewClock = z.infer<typeof reviewClockSchema>
