import type { OthersWaiting } from '#shared/contracts/console-engine/sync.ts'
import type { AuditHead, RevealQuestion } from '#shared/contracts/console-platform/contract.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import type { AttachedFiles } from './files/attached-files.ts'
import type { FileCache } from './files/file-cache.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { AccountsKept, AuditLog } from './platform-client/platform-client.ts'
import type { Cache } from './storage/cache/open-cache.ts'
import type { Journal } from './storage/journal/open-journal.ts'
import type { Sync } from './sync/sync.ts'

/**
 * What one account on one platform works with; files in a folder of its own, so that nobody meets another's
 * copy. The TEMP tables of `cache` (overlay-tables.ts) are kept up to date.
 */
export interface Workspace {
  readonly account: Account
  readonly folder: string
  readonly cache: Cache
  readonly journal: Journal
  readonly outbox: Outbox
  readonly sync: Sync
  readonly files: FileCache
  /** The newest entry of the platform's audit log; null where it is not reached or does not tell this account. */
  readonly auditHead: () => Promise<AuditHead | null>
  /** The audit log, which lies on the platform alone. @throws PlatformFailure */
  readonly auditLog: AuditLog
  /** Whose decisions lie on this computer besides those of the account. */
  readonly othersWaiting: () => Promise<OthersWaiting[]>
  /** Accounts lie on the platform alone; those who may not ask are refused. */
  readonly accountsKept: AccountsKept
  /** Asks the platform for what is cut from this copy. @throws PlatformFailure */
  readonly reveal: (question: RevealQuestion) => Promise<Record<string, unknown>>
  readonly attached: AttachedFiles
}
