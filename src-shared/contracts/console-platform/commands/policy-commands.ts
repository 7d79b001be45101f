import { z } from 'zod'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fromFileShape, PROPOSED_FILE_LIMIT } from '../records/policy-pack.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noArguments, noteSchema } from './common-arguments.ts'
import { ADMINS, APPROVERS, FINANCE } from './who-may.ts'

const declining = z.strictObject({ reason: noteSchema.min(4) })

/** What is decided about packs of rules and tables of holidays that are added at the desk: each by two people. */
export const POLICY_COMMANDS = {
  /** By another person than who proposed it, before the month it begins in. */
  'policy.adopt': {
    about: 'policyPack',
    makesRecord: false,
    roles: [...FINANCE, ...APPROVERS],
    offline: 'may-wait',
    seen: 'compared',
    arguments: noArguments,
  },
  'policy.propose': {
    about: 'policyPack',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      ...fromFileShape,
      /** The pack as JSON. It names the day it begins. */
      pack: z.string().min(2).max(PROPOSED_FILE_LIMIT),
      reason: noteSchema.min(4),
    }),
  },
  'policy.decline': {
    about: 'policyPack',
    makesRecord: false,
    roles: [...FINANCE, ...APPROVERS],
    offline: 'may-wait',
    seen: 'compared',
    arguments: declining,
  },
  'calendar.adopt': {
    about: 'holidayTable',
    makesRecord: false,
    roles: ADMINS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: noArguments,
  },
  'calendar.import': {
    about: 'holidayTable',
    makesRecord: true,
    roles: ADMINS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      ...fromFileShape,
      /** The table as JSON, as the program keeps it. */
      table: z.string().min(2).max(PROPOSED_FILE_LIMIT),
      from: plainDateSchema,
      reason: noteSchema.min(4),
    }),
  },
  'calendar.decline': {
    about: 'holidayTable',
    makesRecord: false,
    roles: ADMINS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: declining,
  },
} as const satisfies CommandSheets
