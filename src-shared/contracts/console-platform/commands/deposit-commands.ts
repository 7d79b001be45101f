import { z } from 'zod'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { stepSchema } from '../../../rules/step.ts'
import {
  courierSchema,
  depositObligationSchema,
  financeTicketSchema,
  refundPayeeSchema,
} from '../records/deposit-obligation.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noArguments, noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

/** What is decided about a deposit. */
export const DEPOSIT_COMMANDS = {
  /** A receipt over all that was received and stands on none yet. */
  'deposit.issue-receipt': {
    about: 'depositObligation',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: noArguments,
  },
  /** By another person than the one who asked; `amount` is what she saw. */
  'deposit.approve-refund': {
    about: 'depositObligation',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'refused',
    seen: 'compared',
    arguments: z.strictObject({ amount: fenSchema.positive() }),
  },
  'deposit.request-refund': {
    about: 'depositObligation',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      amount: fenSchema.positive(),
      reason: noteSchema.min(4),
      /** Left out by consoles of protocol 3 and before, and by nobody else. */
      payee: refundPayeeSchema.optional(),
    }),
  },
  /** Lets a deposit off up to and including a day. */
  'deposit.waive': {
    about: 'depositObligation',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4), until: plainDateSchema }),
  },
  /** By an approver, or by whoever asked and thought better of it. */
  'deposit.decline-refund': {
    about: 'depositObligation',
    makesRecord: false,
    roles: [...FINANCE, ...APPROVERS],
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** Keeps refunds from being approved. */
  'deposit.hold-refund': {
    about: 'depositObligation',
    makesRecord: false,
    roles: [...FINANCE, ...APPROVERS],
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  'deposit.lift-refund-hold': {
    about: 'depositObligation',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** Whether it owes the difference to the amount of a later pack: once, by name, with the reason. */
  'deposit.decide-new-amount': {
    about: 'depositObligation',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({
      /** The first day of that pack. */
      effectiveFrom: plainDateSchema,
      becomes: fenSchema.positive(),
      /** The rule of the new amount and how it was reckoned, as the pack has them. */
      why: depositObligationSchema.shape.why,
      steps: z.array(stepSchema).min(1).max(50),
      owes: z.boolean(),
      dueOn: plainDateSchema.nullable(),
      reason: noteSchema.min(4),
    }),
  },
  /** Files what the provider's ticket says, beside the deposit. */
  'deposit.record-ticket': {
    about: 'depositObligation',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: financeTicketSchema,
  },
  /** Notes the courier and number with which a receipt that holds was sent. */
  'deposit.send-receipt': {
    about: 'depositObligation',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: courierSchema,
  },
} as const satisfies CommandSheets
