/** Where the key of the local database comes from: the operating system's keychain, or a private file. */
export interface KeyStore {
  /** 32 bytes, made at the first call, the same ever after. @throws StorageError `key-unreadable` */
  databaseKey(): Promise<Uint8Array>
}

/** Small secrets by name. */
export interface SecretStore {
  get(name: string): Promise<string | null>
  /** On disk when this is done. */
  put(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}
