import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { RED_REASONS, VERIFY_RESULTS } from '#shared/contracts/console-platform/records/invoice.ts'

const text = z.string().max(4000)
const typed = z.string().max(40)

/** What the tax site said, as it is written. */
export const verifyResultDraft = {
  schema: z.strictObject({ result: z.enum(VERIFY_RESULTS), checkedOn: typed, note: text }),
  written: (given: CommandArguments<'invoice.verify-result'>) => ({ ...given }),
}

/** An entry of the seller, as it is written. */
export const enteredRedDraft = {
  schema: z.strictObject({ number: typed, reason: z.enum(RED_REASONS), enteredAt: typed }),
  written: (given: CommandArguments<'invoice.enter-red-letter'>) => ({ ...given }),
}

/** Which entry of the seller is confirmed. */
export const confirmedRedDraft = {
  schema: z.strictObject({ number: typed }),
  written: ({ number }: CommandArguments<'invoice.confirm-red-letter'>) => ({ number }),
}

export const refusedRedDraft = {
  schema: z.strictObject({ number: typed, reason: text }),
  written: (given: CommandArguments<'invoice.refuse-red-letter'>) => ({ ...given }),
}
