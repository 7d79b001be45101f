import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import {
  type SecondFactorAsked,
  secondFactorAskedSchema,
} from '#shared/contracts/console-platform/accounts.ts'

const refused = z.object({ code: z.string(), detail: z.string() })
const throttled = z.object({ retryAfterSeconds: z.number() })
const diskFull = z.object({ folder: z.string() })
const offlineTooLong = z.object({ days: z.number() })
const notAllowed = z.object({ needs: z.array(z.string()) })

/** Why the engine did not answer, as the page words it. `failed` is a fault of the program. */
export type EngineFailure =
  | { readonly kind: 'not-found' | 'malformed' | 'signed-out' | 'bad-credentials' | 'offline' }
  /** The password is right, and a code is asked besides. */
  | { readonly kind: 'second-factor'; readonly asked: SecondFactorAsked }
  /** The platform does not answer, and more than so many days ago it last did for this person. */
  | { readonly kind: 'offline-too-long'; readonly days: number }
  | { readonly kind: 'disk-full'; readonly folder: string }
  | { readonly kind: 'throttled'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'not-allowed'; readonly needs: readonly string[] }
  | { readonly kind: 'failed'; readonly detail: string }

/** Reads what the contract's errors carry; anything else is `failed`. */
export function failureOf(error: unknown): EngineFailure {
  if (!(error instanceof ORPCError)) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
  switch (error.code) {
    case 'NOT_FOUND':
      return { kind: 'not-found' }
    // The question is not one: an address that was typed or cut.
    case 'BAD_REQUEST':
      return { kind: 'malformed' }
    case 'SIGNED_OUT':
      return { kind: 'signed-out' }
    case 'BAD_CREDENTIALS':
      return { kind: 'bad-credentials' }
    case 'SECOND_FACTOR': {
      const data = secondFactorAskedSchema.safeParse(error.data)
      return data.success
        ? { kind: 'second-factor', asked: data.data }
        : { kind: 'failed', detail: error.message }
    }
    case 'OFFLINE':
      return { kind: 'offline' }
    case 'OFFLINE_TOO_LONG': {
      const data = offlineTooLong.safeParse(error.data)
      return data.success ? { kind: 'offline-too-long', days: data.data.days } : { kind: 'offline' }
    }
    case 'DISK_FULL': {
      const data = diskFull.safeParse(error.data)
      return { kind: 'disk-full', folder: data.success ? data.data.folder : '' }
    }
    case 'THROTTLED': {
      const data = throttled.safeParse(error.data)
      return { kind: 'throttled', seconds: data.success ? Math.ceil(data.data.retryAfterSeconds) : 60 }
    }
    case 'REFUSED': {
      const data = refused.safeParse(error.data)
      return data.success ? { kind: 'refused', ...data.data } : { kind: 'failed', detail: error.message }
    }
    case 'NOT_ALLOWED': {
      const data = notAllowed.safeParse(error.data)
      return { kind: 'not-allowed', needs: data.success ? data.data.needs : [] }
    }
    default:
      return { kind: 'failed', detail: error.message }
  }
}
