import { z } from 'zod'
import { recordIdSchema } from '#shared/base/ids.ts'
import { ACCOUNT_STATES } from '#shared/contracts/console-platform/accounts.ts'
import { parameter } from './search-parameter.ts'

/** What the address of 用户与权限 holds; `id` is the open account. */
export const accountsSearchSchema = z.object({
  state: parameter(z.enum(ACCOUNT_STATES)),
  text: parameter(z.string().max(200)),
  id: parameter(recordIdSchema),
  inviting: parameter(z.literal(true)),
  wide: parameter(z.literal(true)),
})
export type AccountsSearch = z.output<typeof accountsSearchSchema>
