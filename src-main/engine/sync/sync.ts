import type { DigestCertificate, SyncStatus } from '#shared/contracts/console-engine/sync.ts'

/** Why the engine should look at once instead of when it is due. */
export type Nudge = 'online' | 'focus' | 'wake' | 'resume' | 'decision' | 'asked'

/** Keeps the cache equal to the platform and sends what waits in the outbox. */
export interface Sync {
  status(): SyncStatus
  /** Pulls and pushes now; done when both are, or when the platform does not answer. */
  now(): Promise<SyncStatus>
  nudge(reason: Nudge): void
  /** Compares count and hash of every kind with the platform's. @throws PlatformFailure */
  verify(): Promise<DigestCertificate>
  /** Newest first. */
  certificates(): DigestCertificate[]
  /** Empties the cache and fetches it anew; the journal stays. Done when the snapshot is in. */
  rebuild(): Promise<SyncStatus>
}
