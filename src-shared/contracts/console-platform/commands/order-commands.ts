import { z } from 'zod'
import { ORDERS_LIMIT } from '../../../rules/order-files/read-order-file.ts'
import { PACKED_ORDERS_LIMIT } from '../imported-orders.ts'
import { offlineOrderSaidSchema } from '../records/offline-order.ts'
import { orderFileHeadSchema, orderSumsSchema } from '../records/order-import.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noArguments, noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

/** What is decided about orders. */
export const ORDER_COMMANDS = {
  /** By another person than the one who wrote it down; the order comes to be. */
  'order.confirm-offline': {
    about: 'offlineOrder',
    makesRecord: false,
    roles: [...FINANCE, ...APPROVERS],
    offline: 'may-wait',
    seen: 'compared',
    arguments: noArguments,
  },
  /** By another person, or by whoever wrote it down and thought better of it. */
  'order.refuse-offline': {
    about: 'offlineOrder',
    makesRecord: false,
    roles: [...FINANCE, ...APPROVERS],
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** Writes an order down that no marketplace sent, or the refund of one. */
  'order.record-offline': {
    about: 'offlineOrder',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['paidAt', 'completedAt', 'repaidAt'],
    arguments: offlineOrderSaidSchema,
  },
  /** Adds the new orders of a file, and changes those a person named; all or nothing. Nothing on record is seen. */
  'order.import': {
    about: 'orderImport',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      file: orderFileHeadSchema,
      /** New and changed orders: gzip of JSON (imported-orders.ts) in base64. */
      packedOrders: z.string().max(PACKED_ORDERS_LIMIT),
      added: z.int().nonnegative().max(ORDERS_LIMIT),
      changed: z.int().nonnegative().max(ORDERS_LIMIT),
      /** What they come to; the platform reckons it anew. */
      sums: orderSumsSchema,
    }),
  },
} as const satisfies CommandSheets
