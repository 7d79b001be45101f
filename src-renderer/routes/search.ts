import { z } from 'zod'
import { marketplaceSchema, ulidSchema } from '#shared/base/ids.ts'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import {
  APPLICATION_SORT_COLUMNS,
  type ApplicationFilter,
  applicationFilterSchema,
} from '#shared/contracts/console-engine/applications.ts'
import {
  LINE_SORT_COLUMNS,
  type LineFilter,
  lineFilterSchema,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { reportInput } from '#shared/contracts/console-engine/bank-reports.ts'
import {
  DEPOSIT_SORT_COLUMNS,
  type DepositFilter,
  depositFilterSchema,
} from '#shared/contracts/console-engine/deposits.ts'
import { foundKindSchema } from '#shared/contracts/console-engine/desk.ts'
import {
  LISTING_SORT_COLUMNS,
  type ListingFilter,
  listingFilterSchema,
} from '#shared/contracts/console-engine/listings.ts'
import {
  OFFLINE_ORDER_SORT_COLUMNS,
  type OfflineOrderFilter,
  offlineOrderFilterSchema,
} from '#shared/contracts/console-engine/offline-orders.ts'
import {
  ORDER_SORT_COLUMNS,
  type OrderFilter,
  orderFilterSchema,
} from '#shared/contracts/console-engine/orders.ts'
import { providerFilterSchema } from '#shared/contracts/console-engine/providers.ts'
import {
  RECHARGE_SORT_COLUMNS,
  type RechargeFilter,
  rechargeFilterSchema,
} from '#shared/contracts/console-engine/recharges.ts'
import {
  SETTLEMENT_SORT_COLUMNS,
  type SettlementFilter,
  settlementFilterSchema,
} from '#shared/contracts/console-engine/settlement.ts'
import {
  VIOLATION_SORT_COLUMNS,
  type ViolationFilter,
  violationFilterSchema,
} from '#shared/contracts/console-engine/violations.ts'
import { parameter } from './search-parameter.ts'

const filter = applicationFilterSchema.shape
const listingFilter = listingFilterSchema.shape
const orderFilter = orderFilterSchema.shape
const settlementFilter = settlementFilterSchema.shape
const providerFilter = providerFilterSchema.shape

/** What the address of 入驻审核 holds; a part that is absent has its default. `wide` shows the case as a full page. */
export const applicationsSearchSchema = z.object({
  statuses: parameter(filter.statuses.unwrap()),
  marketplaces: parameter(filter.marketplaces.unwrap()),
  category: parameter(z.string().max(64)),
  assignee: parameter(filter.assignee.unwrap()),
  clock: parameter(filter.clock.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(APPLICATION_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type ApplicationsSearch = z.output<typeof applicationsSearchSchema>

/** What the address of 上架审核 holds. `tab` is the open part of the case. */
export const listingsSearchSchema = z.object({
  statuses: parameter(listingFilter.statuses.unwrap()),
  marketplaces: parameter(listingFilter.marketplaces.unwrap()),
  category: parameter(z.string().max(64)),
  assignee: parameter(listingFilter.assignee.unwrap()),
  clock: parameter(listingFilter.clock.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(LISTING_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  tab: parameter(z.string().max(32)),
})
export type ListingsSearch = z.output<typeof listingsSearchSchema>

const depositFilter = depositFilterSchema.shape

/** What the address of 保证金 holds. */
export const depositsSearchSchema = z.object({
  statuses: parameter(depositFilter.statuses.unwrap()),
  marketplaces: parameter(depositFilter.marketplaces.unwrap()),
  newAmounts: parameter(depositFilter.newAmounts.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(DEPOSIT_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type DepositsSearch = z.output<typeof depositsSearchSchema>

const lineFilter = lineFilterSchema.shape

/** What the address of 到账认领 holds; without `statuses` the open lines. */
export const linesSearchSchema = z.object({
  accounts: parameter(lineFilter.accounts.unwrap()),
  statuses: parameter(lineFilter.statuses.unwrap()),
  directions: parameter(lineFilter.directions.unwrap()),
  kinds: parameter(lineFilter.kinds.unwrap()),
  confidences: parameter(lineFilter.confidences.unwrap()),
  from: parameter(plainDateSchema),
  to: parameter(plainDateSchema),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(LINE_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type LinesSearch = z.output<typeof linesSearchSchema>

/** What the address of 收支核对 holds. */
export const reportsSearchSchema = z.object({
  account: parameter(reportInput.shape.accountId),
  month: parameter(reportInput.shape.month),
})

/** What the address of 认领设置 holds. */
export const matchingSearchSchema = z.object({
  marketplace: parameter(marketplaceSchema),
  shown: parameter(ulidSchema),
})

const offlineOrderFilter = offlineOrderFilterSchema.shape

/** What the address of 线下订单 holds; with `record` one is being written. */
export const offlineOrdersSearchSchema = z.object({
  statuses: parameter(offlineOrderFilter.statuses.unwrap()),
  marketplaces: parameter(offlineOrderFilter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(OFFLINE_ORDER_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  record: parameter(z.boolean()),
})
export type OfflineOrdersSearch = z.output<typeof offlineOrdersSearchSchema>

/** The filter of the orders written down by hand that an address stands for. */
export function offlineOrderFilterOf({
  statuses,
  marketplaces,
  text,
}: OfflineOrdersSearch): OfflineOrderFilter {
  return offlineOrderFilterSchema.parse({ statuses, marketplaces, text })
}

/** What the address of 导入订单 holds: whose orders come, and an import among those before. */
export const orderImportSearchSchema = z.object({
  marketplace: parameter(marketplaceSchema),
  shown: parameter(ulidSchema),
})
const rechargeFilter = rechargeFilterSchema.shape

/** What the address of 充值交纳 holds; `record` is the deposit for which one is being written. */
export const rechargesSearchSchema = z.object({
  statuses: parameter(rechargeFilter.statuses.unwrap()),
  marketplaces: parameter(rechargeFilter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(RECHARGE_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  record: parameter(z.string().max(64)),
})
export type RechargesSearch = z.output<typeof rechargesSearchSchema>

const violationFilter = violationFilterSchema.shape

/** What the address of 违规记录 holds; with `record` one is being written, of that provider where it names one. */
export const violationsSearchSchema = z.object({
  statuses: parameter(violationFilter.statuses.unwrap()),
  marketplaces: parameter(violationFilter.marketplaces.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(VIOLATION_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
  record: parameter(z.string().max(64)),
})
export type ViolationsSearch = z.output<typeof violationsSearchSchema>

/** What the address of 订单 holds. */
export const ordersSearchSchema = z.object({
  statuses: parameter(orderFilter.statuses.unwrap()),
  marketplaces: parameter(orderFilter.marketplaces.unwrap()),
  kinds: parameter(orderFilter.kinds.unwrap()),
  channels: parameter(orderFilter.channels.unwrap()),
  paidFrom: parameter(plainDateSchema),
  paidTo: parameter(plainDateSchema),
  providerId: parameter(z.string().max(64)),
  listingId: parameter(z.string().max(64)),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(ORDER_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type OrdersSearch = z.output<typeof ordersSearchSchema>

export const RULE_TABS = ['packs', 'holidays', 'controls'] as const
export type RuleTab = (typeof RULE_TABS)[number]

/** What the address of 规则与内控 holds: the tab, and the change that is open or the thing a change is proposed of. */
export const rulesSearchSchema = z.object({
  tab: parameter(z.enum(RULE_TABS)),
  id: parameter(ulidSchema),
  propose: parameter(z.string().max(64)),
})

/** What the address of 结算 holds. */
export const settlementSearchSchema = z.object({
  statuses: parameter(settlementFilter.statuses.unwrap()),
  marketplaces: parameter(settlementFilter.marketplaces.unwrap()),
  months: parameter(settlementFilter.months.unwrap()),
  /** A month's record, or an adjustment: the address goes on to its month. */
  shown: parameter(ulidSchema),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(SETTLEMENT_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
  wide: parameter(z.boolean()),
})
export type SettlementSearch = z.output<typeof settlementSearchSchema>

const PROVIDER_SORT_COLUMNS = ['name', 'marketplace', 'status', 'joinedOn', 'updatedAt'] as const

/** What the address of 服务商 holds. */
export const providersSearchSchema = z.object({
  statuses: parameter(providerFilter.statuses.unwrap()),
  marketplaces: parameter(providerFilter.marketplaces.unwrap()),
  reviews: parameter(providerFilter.reviews.unwrap()),
  text: parameter(z.string().max(100)),
  sort: parameter(z.enum(PROVIDER_SORT_COLUMNS)),
  desc: parameter(z.boolean()),
})

/** What the address of 查询 holds: the text, a kind looked at alone, and which hit was opened last. */
export const lookUpSearchSchema = z.object({
  text: parameter(z.string().max(100)),
  kind: parameter(foundKindSchema),
  at: parameter(z.int().min(0).max(2_000)),
})

/** The filter of the queue that an address stands for. */
export function applicationFilterOf(search: ApplicationsSearch): ApplicationFilter {
  return applicationFilterSchema.parse(filterPart(search))
}

/** The filter of the queue that an address stands for. */
export function listingFilterOf(search: ListingsSearch): ListingFilter {
  return listingFilterSchema.parse(filterPart(search))
}

/** The filter of the register that an address stands for. */
export function depositFilterOf({ statuses, marketplaces, newAmounts, text }: DepositsSearch): DepositFilter {
  return depositFilterSchema.parse({ statuses, marketplaces, newAmounts, text })
}

/** The filter of the recharges that an address stands for. */
export function rechargeFilterOf({ statuses, marketplaces, text }: RechargesSearch): RechargeFilter {
  return rechargeFilterSchema.parse({ statuses, marketplaces, text })
}

/** The filter of the violations that an address stands for. */
export function violationFilterOf({ statuses, marketplaces, text }: ViolationsSearch): ViolationFilter {
  return violationFilterSchema.parse({ statuses, marketplaces, text })
}

/** The filter of the orders that an address stands for. */
export function orderFilterOf(search: OrdersSearch): OrderFilter {
  const { sort: _sort, desc: _desc, wide: _wide, ...filter } = search
  return orderFilterSchema.parse(filter)
}

/** The filter of the statements that an address stands for. */
export function settlementFilterOf(search: SettlementSearch): SettlementFilter {
  const { statuses, marketplaces, months, text } = search
  return settlementFilterSchema.parse({ statuses, marketplaces, months, text })
}

/** The filter of the workbench that an address stands for. */
export function lineFilterOf(search: LinesSearch): LineFilter {
  const { accounts, statuses = ['open'], directions, kinds, confidences, from, to, text } = search
  return lineFilterSchema.parse({ accounts, statuses, directions, kinds, confidences, from, to, text })
}

function filterPart(search: ApplicationsSearch | ListingsSearch) {
  const { statuses, marketplaces, category, assignee, clock, text } = search
  return { statuses, marketplaces, category, assignee, clock, text }
}
