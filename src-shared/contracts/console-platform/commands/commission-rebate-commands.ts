import { z } from 'zod'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

/** What is decided about 佣金返还 that is paid apart. */
export const COMMISSION_REBATE_COMMANDS = {
  /** It was paid. `amount` is what was seen, in fen. */
  'rebate.record-return': {
    about: 'commissionRebate',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['returnedOn'],
    arguments: z.strictObject({
      amount: fenSchema,
      returnedOn: plainDateSchema,
      evidence: noteSchema.min(4),
    }),
  },
  /** It was not, or came back: due again. By another person than who recorded it. */
  'rebate.take-back-return': {
    about: 'commissionRebate',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
} as const satisfies CommandSheets
