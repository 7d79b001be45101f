/** Where the key of the local database comes from: the operating system's keychain, or a private file. */
export interface KeyStore {
  /**
   * 32 bytes, made at the first call, the same ever after. `isInUse`: there are files that it opens, so that one that is
   * missing is not made anew. @throws StorageError `key-unreadable`, `key-missing`
   */
  databaseKey(isInUse: boolean): Promise<Uint8Array>
}

/** Small secrets by name. */
export interface SecretStore {
  get(name: string): Promise<string | null>
  /** On disk when this is done. */
  put(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}
