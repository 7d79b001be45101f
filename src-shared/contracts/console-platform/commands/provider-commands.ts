import { z } from 'zod'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { applicantDocumentSchema } from '../../../rules/admission/applicant.ts'
import { attachmentSchema, attachmentsSchema } from '../records/attachment.ts'
import { contractTermSchema, verificationOutcomeSchema } from '../records/provider.ts'
import type { CommandSheet, CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS, MANAGERS } from './who-may.ts'

const why = z.strictObject({ reason: noteSchema.min(4), attachments: attachmentsSchema })

const decided = {
  about: 'provider',
  makesRecord: false,
  roles: MANAGERS,
  offline: 'may-wait',
  seen: 'not-compared',
  arguments: why,
} as const satisfies CommandSheet

/** What is decided about a vendor 服务商 that is at home here. */
export const PROVIDER_COMMANDS = {
  /** It was held against the public register 复审; papers that were renewed come with it. */
  'provider.re-verify': {
    ...decided,
    happened: ['on'],
    arguments: z.strictObject({
      /** The day the register was looked at. */
      on: plainDateSchema,
      outcome: verificationOutcomeSchema,
      /** What the register says otherwise, where it does. */
      reason: noteSchema,
      documents: z
        .array(
          z.strictObject({
            kind: applicantDocumentSchema.shape.kind,
            expiresOn: plainDateSchema.nullable(),
            file: attachmentSchema,
          }),
        )
        .max(20),
      attachments: attachmentsSchema,
    }),
  },
  /** From when until when a contract holds, and how it goes on; a renewal is another term. */
  'provider.record-term': {
    ...decided,
    arguments: contractTermSchema.extend({ reason: noteSchema, attachments: attachmentsSchema }),
  },
  /** From suspension, or from leaving. */
  'provider.resume': decided,
  'provider.resume-payouts': { ...decided, roles: APPROVERS },
  'provider.pause-payouts': { ...decided, roles: APPROVERS },
  'provider.suspend': decided,
  /** It said that it leaves 退出. */
  'provider.leave': { ...decided, happened: ['on'], arguments: why.extend({ on: plainDateSchema }) },
  /** The cooperation ended: nothing is left that has to be settled first. */
  'provider.close': decided,
} as const satisfies CommandSheets
