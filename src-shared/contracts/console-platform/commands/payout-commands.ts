import { z } from 'zod'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { payoutRequestSchema } from '../records/payout-request.ts'
import { payeeAccountSchema, providerAccountSchema } from '../records/provider-account.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noArguments, noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

const { providerId } = payoutRequestSchema.shape

/** What is decided about a provider's bank account 收款账户. */
export const PROVIDER_ACCOUNT_COMMANDS = {
  /** By another person than who proposed it; its hold begins. */
  'provider.approve-bank-account': {
    about: 'providerAccount',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: noArguments,
  },
  /** By an approver, or by whoever proposed it and thought better of it. */
  'provider.refuse-bank-account': {
    about: 'providerAccount',
    makesRecord: false,
    roles: [...APPROVERS, ...FINANCE],
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  'provider.propose-bank-account': {
    about: 'providerAccount',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      providerId,
      ...payeeAccountSchema.shape,
      evidence: providerAccountSchema.shape.evidence,
    }),
  },
} as const satisfies CommandSheets

/** What is decided about a request to be paid 提现. */
export const PAYOUT_COMMANDS = {
  /** 复核, by another person than who asked and who verified; `amount` is what was seen. */
  'payout.approve': {
    about: 'payoutRequest',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'refused',
    seen: 'compared',
    arguments: z.strictObject({ amount: fenSchema.positive() }),
  },
  /** 经办: everything was looked at. The reason is needed where no rule says, or an exception is made. */
  'payout.verify': {
    about: 'payoutRequest',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema }),
  },
  'payout.reject': {
    about: 'payoutRequest',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** 退回经办: to be verified anew, e.g. to an account that took the place of the one it was verified with. */
  'payout.send-back': {
    about: 'payoutRequest',
    makesRecord: false,
    roles: [...APPROVERS, ...FINANCE],
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** While nothing is approved. */
  'payout.cancel': {
    about: 'payoutRequest',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** Committed months of a provider, on its behalf; the amount is the sum of their nets. */
  'payout.request': {
    about: 'payoutRequest',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      providerId,
      months: z.array(plainMonthSchema).min(1).max(120),
      /** Why it is to be paid although something speaks against it; empty where nothing does. */
      reason: noteSchema,
    }),
  },
} as const satisfies CommandSheets
