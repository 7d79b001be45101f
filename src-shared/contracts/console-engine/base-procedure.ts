import { oc } from '@orpc/contract'
import { z } from 'zod'
import { secondFactorAskedSchema } from '../console-platform/accounts.ts'

/** What every question of a page may fail with. */
export const base = oc.errors({
  NOT_FOUND: { message: 'There is no such record in this copy.' },
  SIGNED_OUT: { message: 'Sign in first.' },
  BAD_CREDENTIALS: { message: 'E-mail or password is wrong.' },
  /** The password is right; a code is asked too, or the one given is not good. */
  SECOND_FACTOR: { data: secondFactorAskedSchema },
  THROTTLED: { data: z.object({ retryAfterSeconds: z.number() }) },
  /** The platform had to be asked (sign-in, a file not yet here) and did not answer. */
  OFFLINE: { message: 'The platform does not answer.' },
  /** The platform does not answer, and this computer knows the person from too long ago to let her in without it. */
  OFFLINE_TOO_LONG: { data: z.object({ days: z.int() }) },
  /** Nothing was written: what was begun is undone. */
  DISK_FULL: { message: 'The disk is full.', data: z.object({ folder: z.string() }) },
  /** The decision does not fit the state of the record as the desk sees it. */
  REFUSED: { data: z.object({ code: z.string(), detail: z.string() }) },
  NOT_ALLOWED: { data: z.object({ needs: z.array(z.string()) }) },
})
