const WHAT_TO_DO = {
  'from-future': 'was written by a newer Marketdesk. Start that version, or update this one.',
  unreadable:
    'cannot be read: it is damaged, or the key on this computer is not the one it was written with.',
  'journal-unreadable':
    'holds decisions that may not have been sent, and cannot be read. Nothing was changed. Restore the file ' +
    'and its key from a backup; or move it away, with the folder "attached" beside it, to start with an empty journal and decide those cases again.',
  'key-unreadable':
    'should hold the 32-byte key of the local database and does not. Restore it from a backup; without it the ' +
    'journal beside it cannot be read.',
  'key-missing':
    'is missing: it holds the key of the local database, and decisions lie beside it that only this key opens. Restore ' +
    'it from a backup; or move the folder "accounts" away to start empty and sign in anew.',
} as const

export type StorageErrorCode = keyof typeof WHAT_TO_DO

/** A local file does not do its duty. The message names the file and what a person can do about it. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly code: StorageErrorCode
  readonly path: string

  constructor(code: StorageErrorCode, path: string, options?: ErrorOptions) {
    super(`${path} ${WHAT_TO_DO[code]}`, options)
    this.code = code
    this.path = path
  }
}
