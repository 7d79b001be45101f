import { z } from 'zod'
import { recordIdSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  heldAccountSchema,
  issuedInvitationSchema,
} from '../console-platform/accounts.ts'
import { commandAboutSchema } from '../console-platform/commands.ts'
import { grantSchema, operatorSchema } from '../console-platform/records/operator.ts'
import { roleSchema } from '../console-platform/roles.ts'
import { base } from './base-procedure.ts'
import { deskSessionSchema } from './desk.ts'
import { pendingDecisionSchema } from './pending.ts'

/** An account with the record that colleagues see, as pending decisions leave it. */
const accountRowSchema = z.object({
  account: heldAccountSchema,
  operator: operatorSchema,
  /** Roles that check each other and are held together. */
  conflicts: z.array(z.tuple([roleSchema, roleSchema])),
  /** Grants that end within the next fourteen days. */
  ending: z.array(grantSchema),
  allowed: z.array(commandAboutSchema('operator')),
  pending: z.array(pendingDecisionSchema),
  seenDigest: z.string(),
})
export type AccountRow = Readonly<z.infer<typeof accountRowSchema>>

/** Accounts lie on the platform alone: every question asks it, and fails OFFLINE without it. */
export const accountProcedures = {
  list: base.output(z.object({ today: plainDateSchema, rows: z.array(accountRowSchema) })),
  /** A code for a new account or a new password, answered this once. */
  issueInvitation: base.input(z.strictObject({ id: recordIdSchema })).output(issuedInvitationSchema),
  /** Of who is signed in; BAD_CREDENTIALS where the present password is another one. */
  changePassword: base.input(changePasswordSchema).output(z.object({ changed: z.literal(true) })),
}

/** Signing in and out. */
export const sessionProcedures = {
  get: base.output(deskSessionSchema),
  signIn: base
    .input(
      z.strictObject({
        email: z.string().max(254),
        password: z.string().max(1024),
        /** Of the second factor; null where none was asked yet. */
        code: z.string().max(100).nullable().default(null),
      }),
    )
    .output(
      z.object({
        session: deskSessionSchema,
        /** Of a second factor that was set up with it; told this once. */
        recoveryCodes: z.array(z.string()),
      }),
    ),
  /** Sets the password of an account by its invitation; BAD_CREDENTIALS where that is not good. */
  acceptInvitation: base.input(acceptInvitationSchema).output(z.object({ accepted: z.boolean() })),
  signOut: base.output(deskSessionSchema),
  /** Sets a journal aside that cannot be read, under another name beside it, and begins an empty one. */
  setJournalAside: base.output(deskSessionSchema),
}
