import { z } from 'zod'
import { matchPartSchema, PARTS_LIMIT } from '../records/bank-line.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { FINANCE } from './who-may.ts'

/** What is decided about a line of a bank account. Deposits follow it. */
export const BANK_LINE_COMMANDS = {
  /** Accounts for the whole of a line: its parts sum to its amount. */
  'deposit.match': {
    about: 'bankLine',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ parts: z.array(matchPartSchema).min(1).max(PARTS_LIMIT), note: noteSchema }),
  },
  /** Undoes that: line and deposits are as they were before. */
  'deposit.unmatch': {
    about: 'bankLine',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(2) }),
  },
} as const satisfies CommandSheets
