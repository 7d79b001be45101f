import type { Instant } from '#shared/base/ids.ts'
import type { OrderPreview, PreviewOrder } from '#shared/contracts/console-engine/order-imports.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { OrderFileHead } from '#shared/contracts/console-platform/records/order-import.ts'
import type { OrderNovelty } from '#shared/rules/order-files/compare-order.ts'
import type { OrderMapping } from '#shared/rules/order-files/order-mapping.ts'
import type { OrderRow } from '#shared/rules/order-files/order-row.ts'
import type { OrderFileReading } from '#shared/rules/order-files/read-order-file.ts'
import type { OrderNames } from '#shared/rules/order-files/read-order-row.ts'

/** What the thread is asked, see order-session.ts; all of it can be copied between threads. */
export type OrderQuestion =
  | ReadOrders
  | { readonly kind: 'rows'; readonly after: number; readonly limit: number }
  | JudgeOrders
  | { readonly kind: 'standing' }
  | OrdersQuestion
  | PackOrders

export interface ReadOrders {
  readonly kind: 'read'
  readonly mappings: readonly OrderMapping[]
  readonly names: OrderNames
  readonly now: Instant
}

/** Tells what some rows, from `first` on, would do. */
export interface JudgeOrders {
  readonly kind: 'judge'
  readonly first: number
  readonly verdicts: readonly OrderVerdict[]
}

/** What a row would do. `known` is whole where it differs, to be changed from. */
export interface OrderVerdict extends Pick<PreviewOrder, 'differs' | 'missing'> {
  readonly novelty: OrderNovelty
  readonly orderId: string | null
  readonly known: (Order & { readonly refundOfNumber: string | null }) | null
  /** Of a refund that is new: its original is on record. */
  readonly hasOriginal: boolean
}

export interface OrdersQuestion {
  readonly kind: 'orders'
  readonly novelty: OrderNovelty | null
  readonly after: number
  readonly limit: number
}

export interface PackOrders {
  readonly kind: 'pack'
  /** Of the ids of new orders: their time, and what chance they begin with; each is one more than the last. */
  readonly now: number
  readonly chances: readonly number[]
  /** Places of orders that take over what the file says. */
  readonly changed: readonly number[]
}

export interface OrderAnswers {
  readonly read: OrderFileFacts
  readonly rows: readonly OrderRow[]
  readonly judge: null
  readonly standing: OrderStanding
  readonly orders: {
    readonly orders: readonly (Omit<PreviewOrder, 'providerName'> & { readonly providerId: string | null })[]
    readonly next: number | null
  }
  readonly pack: Omit<CommandArguments<'order.import'>, 'file'>
}

/** What was read, without the orders, which stay in the thread. */
export type OrderFileFacts =
  | Extract<OrderFileReading, { kind: 'refused' }>
  | ({ readonly kind: 'read'; readonly unread: readonly string[]; readonly mapping: string | null } & Pick<
      OrderFileHead,
      'fileHash' | 'encoding' | 'undecodable' | 'orders' | 'skipped'
    >)

export type OrderStanding = Pick<Extract<OrderPreview, { kind: 'read' }>, 'counts' | 'all' | 'fresh'>

/** From the engine to the thread; pieces need no answer. */
export type ToOrderThread =
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'ask'; readonly id: number; readonly question: OrderQuestion }
