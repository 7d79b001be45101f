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
