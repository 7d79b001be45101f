import { z } from 'zod'
import { ulidSchema } from '#shared/base/ids.ts'
import { plainMonthSchema } from '#shared/calendar/plain-date.ts'
import {
  PAYEE_ACCOUNT_SORT_COLUMNS,
  type PayeeAccountFilter,
  payeeAccountFilterSchema,
} from '#shared/contracts/console-engine/payee-accounts.ts'
import {
  PAYOUT_BATCH_SORT_COLUMNS,
  type PayoutBatchFilter,
  payoutBatchFilterSchema,
} from '#shared/contracts/console-engine/payout-batches.ts'
import {
  PAYOUT_SORT_COLUMNS,
  type PayoutFilter,
  payoutFilterSchema,
} from '#shared/contracts/console-engine/payouts.ts'
import { parameter } from './search-parameter.ts'

const payoutFilter = payoutFilterSchema.shape
const accountFilter = payeeAccountFilterSchema.shape
const batchFilter = payoutBatchFilterSchema.shape

/** What the address of 提现 holds; `making`: a request is being written, of that provider and month where they are named. */
export const payoutsSearchSchema = z.object({
  statuses: parameter(payoutFilter.statuses.unwrap()),
  marketplaces: parameter(payoutFilter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  forMe: parameter(z.boolean()),
  sort: parameter(z.enum(PAYOUT_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  making: parameter(z.boolean()),
  provider: parameter(z.string().max(64)),
  month: parameter(plainMonthSchema),
})
export type PayoutsSearch = z.output<typeof payoutsSearchSchema>

/** What the address of 收款账户 holds; `making`: one is being proposed. */
export const payeeAccountsSearchSchema = z.object({
  statuses: parameter(accountFilter.statuses.unwrap()),
  marketplaces: parameter(accountFilter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  forMe: parameter(z.boolean()),
  sort: parameter(z.enum(PAYEE_ACCOUNT_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  making: parameter(z.boolean()),
})
export type PayeeAccountsSearch = z.output<typeof payeeAccountsSearchSchema>

/** What the address of 付款批次 holds; `making`: one is being made, `again`: of what that batch did not pay. */
export const payoutBatchesSearchSchema = z.object({
  statuses: parameter(batchFilter.statuses.unwrap()),
  marketplaces: parameter(batchFilter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(PAYOUT_BATCH_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  making: parameter(z.boolean()),
  again: parameter(ulidSchema),
})
export type PayoutBatchesSearch = z.output<typeof payoutBatchesSearchSchema>

/** What the address of 付款模板 holds; `adding`: one of a further bank is being written. */
export const paymentTemplatesSearchSchema = z.object({
  bank: parameter(z.string().max(32)),
  shown: parameter(ulidSchema),
  adding: parameter(z.boolean()),
})

/** The filter of the batches that an address stands for. */
export function payoutBatchFilterOf({
  statuses,
  marketplaces,
  text,
}: PayoutBatchesSearch): PayoutBatchFilter {
  return payoutBatchFilterSchema.parse({ statuses, marketplaces, text })
}

/** The filter of the requests that an address stands for. */
export function payoutFilterOf({ statuses, marketplaces, text, forMe }: PayoutsSearch): PayoutFilter {
  return payoutFilterSchema.parse({ statuses, marketplaces, text, forMe })
}

/** The filter of the accounts that an address stands for. */
export function payeeAccountFilterOf({
  statuses,
  marketplaces,
  text,
  forMe,
}: PayeeAccountsSearch): PayeeAccountFilter {
  return payeeAccountFilterSchema.parse({ statuses, marketplaces, text, forMe })
}
