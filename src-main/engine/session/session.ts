import type { About, Account } from '#shared/contracts/console-platform/session.ts'

/** Who works here. Tokens never leave this module and the secret store. */
export interface Session {
  /** Null while signed out. */
  account(): Account | null
  /** What the platform says of itself; null until it answered once. */
  about(): About | null
  /**
   * Answers the recovery codes of a second factor that was set up with it, to be shown this once; else none.
   * @throws PlatformFailure: `unauthorized` where the credentials are wrong, `second-factor` where a code is asked.
   */
  signIn(email: string, password: string, code?: string): Promise<readonly string[]>
  /** Sets the password of an account by its invitation. @throws PlatformFailure: `unauthorized` where that is not good. */
  acceptInvitation(given: { email: string; code: string; password: string }): Promise<void>
  /** Her password was changed on the platform: what lets her in offline goes by the new one. */
  passwordChanged(current: string, next: string): Promise<void>
  /** Forgets the session here in any case, and tells the platform if it answers. */
  signOut(): Promise<void>
}
