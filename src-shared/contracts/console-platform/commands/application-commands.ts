import { z } from 'zod'
import { signedContractSchema } from '../records/application.ts'
import type { CommandSheets } from './command-sheet.ts'
import { assignSchema, noArguments, notesSchema, refusalSchema } from './common-arguments.ts'
import { REVIEWERS } from './who-may.ts'

/** What is decided about an application. */
export const APPLICATION_COMMANDS = {
  'application.start-review': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: noArguments,
  },
  'application.approve': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: notesSchema,
  },
  'application.record-contract': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['contract.signedOn'],
    arguments: z.strictObject({ contract: signedContractSchema }),
  },
  'application.open': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: noArguments,
  },
  'application.request-changes': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: refusalSchema,
  },
  'application.reject': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: refusalSchema,
  },
  'application.assign': {
    about: 'application',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: assignSchema,
  },
} as const satisfies CommandSheets
