import type { FileStore } from '#node/file-store/file-store.ts'
import type { Turns } from '#node/in-turns.ts'
import type { Instant } from '#shared/base/ids.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { About } from '#shared/contracts/console-platform/session.ts'
import type { ShippedTemplate } from '#shared/rules/notices/notice-template.ts'
import type { SignInLimits } from './auth/sign-in-limits.ts'
import type { PoliciesInForce } from './policies-in-force.ts'
import type { PlatformStore } from './store/store.ts'

/** Everything the platform works with; made once by start-platform.ts. Time and chance are arguments. */
export interface Platform {
  readonly store: PlatformStore
  readonly files: FileStore
  readonly policies: PoliciesInForce
  readonly about: About
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
  /** Imports come one after the other, from their preparation on: each holds a whole statement in memory. */
  readonly imports: Turns
  /** Whose sign-in needs a second factor, and how strict it is. */
  readonly secondFactor: {
    readonly requiredFor: readonly Role[]
    /** A demo publishes its codes: there one may be taken again. */
    readonly codesRepeat: boolean
  }
  /** The templates of notices that come with the program. */
  readonly noticeTemplates: readonly ShippedTemplate[]
  readonly signInLimits: SignInLimits
}

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}

export function now(platform: Pick<Platform, 'clock'>): Instant {
  return instantOf(platform.clock())
}
