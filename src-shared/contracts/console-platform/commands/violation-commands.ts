import { z } from 'zod'
import {
  appealRulingSchema,
  appealStatementSchema,
  violationRulingSchema,
  violationSchema,
} from '../records/violation.ts'
import type { CommandSheets } from './command-sheet.ts'
import { APPROVERS, MANAGERS, REVIEWERS } from './who-may.ts'

const { marketplace, providerId, obligationId, rule, occurredOn, facts, evidence, attachments } =
  violationSchema.shape

/** What is decided about a violation 违规记录. */
export const VIOLATION_COMMANDS = {
  /** By another person than who recorded it where something is deducted. */
  'violation.decide': {
    about: 'violation',
    makesRecord: false,
    roles: MANAGERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: violationRulingSchema,
  },
  /** By neither who ruled first nor who took the appeal down. */
  'violation.decide-appeal': {
    about: 'violation',
    makesRecord: false,
    roles: [...MANAGERS, ...APPROVERS],
    offline: 'may-wait',
    seen: 'compared',
    arguments: appealRulingSchema,
  },
  'violation.record-appeal': {
    about: 'violation',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['receivedOn'],
    arguments: appealStatementSchema,
  },
  'violation.record': {
    about: 'violation',
    makesRecord: true,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['occurredOn'],
    arguments: z.strictObject({
      ...{ marketplace, providerId, obligationId, rule, occurredOn, facts, evidence, attachments },
    }),
  },
} as const satisfies CommandSheets
