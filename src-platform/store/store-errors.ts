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
