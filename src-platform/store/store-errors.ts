import type { AuditEntry } from '#shared/contracts/console-platform/contract.ts'

/** A database written by a newer program: nothing is touched. */
export class StoreVersionError extends Error {
  override readonly name = 'StoreVersionError'

  constructor(found: number, known: number) {
    super(
      `The platform's database has schema ${found}, this program knows up to ${known}: start a newer program.`,
    )
  }
}

/** More writes are waiting than the store takes; try again shortly. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError'
}

/** An id or name of a record that was to be staged is there already. */
export class KeyTakenError extends Error {
  override readonly name = 'KeyTakenError'
}

/** A record of a batch gave way to one that was committed first: what rests on the batch is prepared anew. */
export class BatchBrokenError extends Error {
  override readonly name = 'BatchBrokenError'
}

/** What stands in an entry of the audit log is none; `before` are the entries read before it. */
export class UnreadableEntryError extends Error {
  override readonly name = 'UnreadableEntryError'
  readonly before: readonly AuditEntry[]

  constructor(before: readonly AuditEntry[]) {
    super('An entry of the audit log cannot be read: verify the log.')
    this.before = before
  }
}
