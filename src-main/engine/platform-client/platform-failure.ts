/**
 * `offline`: no connection, or it broke. `timeout`: no answer in time. `unauthorized`: sign in again.
 * `client-too-old`, `platform-too-old`: which of the two must be updated before they go on.
 * `server`: an answer that is none: 5xx, or not what the contract says. `refused`: 4xx, trying again is no use.
 */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'unauthorized'
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

  constructor(
    kind: FailureKind,
    detail: string,
    options: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(`${kind}: ${detail}`, options)
    this.kind = kind
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}
