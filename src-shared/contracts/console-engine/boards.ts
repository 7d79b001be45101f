import { z } from 'zod'
import { instantSchema, marketplaceSchema } from '../../base/ids.ts'
import { daysBetween, plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { MOST_DAYS, SERIES } from '../../rules/boards/board-period.ts'

/** By what a board of subscriptions can be told apart. */
export const SUBSCRIPTION_GROUPS = [
  ...SERIES,
  'extension',
  'provider',
  'plan',
  'status',
  'marketplace',
] as const
export type SubscriptionGroup = (typeof SUBSCRIPTION_GROUPS)[number]
/** By what a board of clusters can be told apart. */
export const CLUSTER_GROUPS = [
  ...SERIES,
  'extension',
  'version',
  'provider',
  'status',
  'marketplace',
] as const
export type ClusterGroup = (typeof CLUSTER_GROUPS)[number]

const periodSchema = z
  .object({ from: plainDateSchema, to: plainDateSchema })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < MOST_DAYS, 'a period of some days')

/** What a board is asked for: days in Beijing, both included; of one marketplace, provider or product where named. */
export const boardScopeSchema = z.strictObject({
  period: periodSchema,
  marketplaces: z.array(marketplaceSchema).default([]),
  providerId: z.string().max(64).nullable().default(null),
  listingId: z.string().max(64).nullable().default(null),
})
export type BoardScope = z.infer<typeof boardScopeSchema>

/** Subscriptions 订阅次数, different users 订阅用户数, fen of paid orders 订阅收入 and fen that went back. */
const subscriptionFiguresSchema = z.object({
  subscriptions: z.int(),
  users: z.int(),
  /** Null where these roles see no orders, or an order does not say what is asked. */
  revenue: fenSchema.nullable(),
  refunds: fenSchema.nullable(),
})
export type SubscriptionFigures = z.infer<typeof subscriptionFiguresSchema>

/** Different users 安装用户数 and different clusters 安装集群数. */
const clusterFiguresSchema = z.object({ users: z.int(), clusters: z.int() })
export type ClusterFigures = z.infer<typeof clusterFiguresSchema>

const boardOf = <F extends z.ZodType>(figures: F) =>
  z.object({
    /** When the platform last confirmed the copy. */
    asOf: instantSchema,
    totals: figures,
    /** Of the period of as many days before. */
    before: z.object({ period: periodSchema, totals: figures }),
    groups: z.array(
      z.object({ key: z.string(), name: z.string(), period: periodSchema.nullable(), figures }),
    ),
  })

export const subscriptionBoardInput = boardScopeSchema.extend({ by: z.enum(SUBSCRIPTION_GROUPS).nullable() })
export const clusterBoardInput = boardScopeSchema.extend({ by: z.enum(CLUSTER_GROUPS).nullable() })
/** Null while the first sync is not complete. */
export const subscriptionBoardSchema = boardOf(subscriptionFiguresSchema).nullable()
export const clusterBoardSchema = boardOf(clusterFiguresSchema).nullable()
export type SubscriptionBoard = NonNullable<z.infer<typeof subscriptionBoardSchema>>
export type ClusterBoard = NonNullable<z.infer<typeof clusterBoardSchema>>
