import { z } from 'zod'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { CONTROL_NAMES } from '../../../rules/in-force/company-controls.ts'
import { controlValueSchema } from '../records/company-control.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noArguments, noteSchema } from './common-arguments.ts'
import { APPROVERS } from './who-may.ts'

/** What is decided about a control of the company: by two approvers, the one not the other. */
export const CONTROL_COMMANDS = {
  /** By another person than who proposed it, on or before its first day. */
  'control.adopt': {
    about: 'companyControl',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: noArguments,
  },
  'control.propose': {
    about: 'companyControl',
    makesRecord: true,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      control: z.enum(CONTROL_NAMES),
      value: controlValueSchema,
      from: plainDateSchema,
      reason: noteSchema.min(4),
    }),
  },
  /** By another approver, or by whoever proposed it and thought better of it: then it is withdrawn. */
  'control.decline': {
    about: 'companyControl',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
} as const satisfies CommandSheets
