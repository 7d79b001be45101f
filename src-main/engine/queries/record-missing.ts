/** There is no such record in this copy. */
export class RecordMissing extends Error {
  override readonly name = 'RecordMissing'

  constructor(kind: string, id: string) {
    super(`no ${kind} ${id}`)
  }
}
