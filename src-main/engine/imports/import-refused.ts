/** Why a file is not taken, or not imported. `not-accepted` and `barred` name what in `detail`. */
export type ImportRefusal =
  | 'too-large'
  | 'incomplete'
  | 'gave-out'
  | 'not-read'
  | 'no-section'
  | 'already-applied'
  | 'not-accepted'
  | 'barred'
  | 'too-many-mappings'

export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly code: ImportRefusal
  /** What, and what to do. */
  readonly detail: string

  constructor(code: ImportRefusal, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}
