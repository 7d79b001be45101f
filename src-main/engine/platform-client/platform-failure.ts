import type { SecondFactorAsked } from '#shared/contracts/console-platform/accounts.ts'

/**
 * `offline`: no connection, or it broke. `timeout`: no answer in time. `unauthorized`: sign in again.
 * `second-factor`: the password is right, and a code is asked besides.
 * `client-too-old`, `platform-too-old`: which of the two must be updated before they go on.
 * `server`: an answer that is none: 5xx, or not what the contract says. `refused`: 4xx, trying again is no use.
 */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'unauthorized'
  | 'second-factor'
  | 'client-too-old'
  | 'platform-too-old'
  | 'throttled'
  | 'server'
  | 'refused'

/** The platform gave no usable answer. */
export class PlatformFailure extends Error {
  override readonly name = 'PlatformFailure'
  readonly kind: FailureKind
  /** With `throttled`: seconds to wait; else null. */
  readonly retryAfterSeconds: number | null
  /** With `second-factor`: what is asked; else null. */
  readonly asked: SecondFactorAsked | null
  /** With `refused`: the code of the refusal, where the platform gave one. */
  readonly code: string | null

  constructor(
    kind: FailureKind,
    detail: string,
    options: ErrorOptions & {
      retryAfterSeconds?: number
      asked?: SecondFactorAsked
      code?: string | null
    } = {},
  ) {
    super(`${kind}: ${detail}`, options)
    this.kind = kind
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
    this.asked = options.asked ?? null
    this.code = options.code ?? null
  }
}
