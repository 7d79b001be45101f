import type { About, Account } from '#shared/contracts/console-platform/session.ts'

/** Who works here. Tokens never leave this module and the secret store. */
export interface Session {
  /** Null while signed out. */
  account(): Account | null
  /** What the platform says of itself; null until it answered once. */
  about(): About | null
  /** @throws PlatformFailure: `unauthorized` where the credentials are wrong. */
  signIn(email: string, password: string): Promise<Account>
  /** Forgets the session here in any case, and tells the platform if it answers. */
  signOut(): Promise<void>
}
