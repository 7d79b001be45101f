import { z } from 'zod'
import { marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { PACKED_LINES_LIMIT, STATEMENT_LINES_LIMIT } from '../imported-lines.ts'
import { accountNumberSchema } from '../records/bank-account.ts'
import { matchPartSchema } from '../records/bank-line.ts'
import { acceptableSchema, statementHeadSchema } from '../records/bank-statement.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

/**
 * Most deposits that one import closes by itself; the others are left to a person. The platform writes all of them in one
 * transaction, for which others wait. Consoles before protocol 4 send up to 5,000.
 */
export const IMPORT_MATCHES_LIMIT = 2000

/** What is decided about an account of our own. */
export const BANK_ACCOUNT_COMMANDS = {
  /** Adds the new lines of a statement, and what of them is certainly a deposit; all or nothing. */
  'bank.import-statement': {
    about: 'bankAccount',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      statement: statementHeadSchema,
      /** All its lines: gzip of JSON (imported-lines.ts) in base64. */
      packedLines: z.string().max(PACKED_LINES_LIMIT),
      lines: z.int().nonnegative().max(STATEMENT_LINES_LIMIT),
      /** Lines that were not known. */
      added: z.int().nonnegative().max(STATEMENT_LINES_LIMIT),
      /** Deposits that lines close by themselves. */
      matches: z.array(z.strictObject({ lineId: ulidSchema, part: matchPartSchema })).max(5000),
      accepted: z.array(acceptableSchema).max(10),
    }),
  },
  /** 作废: takes back an import none of whose lines is matched. Its lines go; the statement stays, with who and why. */
  'bank.withdraw-statement': {
    about: 'bankAccount',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ statementId: ulidSchema, reason: noteSchema.min(2) }),
  },
  /** Makes an account known. Nothing of it is on record that could be seen. */
  'bank.open-account': {
    about: 'bankAccount',
    makesRecord: true,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      marketplace: marketplaceSchema,
      number: accountNumberSchema,
      holder: z.string().trim().min(1).max(200),
      bank: z.string().trim().min(1).max(100),
      currency: z.string().length(3),
    }),
  },
} as const satisfies CommandSheets
