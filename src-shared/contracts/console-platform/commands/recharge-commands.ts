import { z } from 'zod'
import { rechargeFactsSchema, rechargeSchema } from '../records/recharge.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noArguments, noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

const { obligationId } = rechargeSchema.shape

/** What is decided about an online recharge 充值交纳. */
export const RECHARGE_COMMANDS = {
  /** By another person than who typed it: the money is on the deposit from then on. */
  'recharge.confirm': {
    about: 'recharge',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: noArguments,
  },
  /** By an approver, or by whoever typed it and thought better of it. */
  'recharge.refuse': {
    about: 'recharge',
    makesRecord: false,
    roles: [...APPROVERS, ...FINANCE],
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** The channel took a confirmed one back. */
  'recharge.take-back': {
    about: 'recharge',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  'recharge.record': {
    about: 'recharge',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['paidOn'],
    arguments: z.strictObject({ obligationId, ...rechargeFactsSchema.shape }),
  },
} as const satisfies CommandSheets
