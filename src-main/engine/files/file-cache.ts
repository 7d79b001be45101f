/** Files of records (packages, documents, images), fetched when first asked for and kept within a bound. */
export interface FileCache {
  /**
   * The bytes of a file by its SHA-256.
   * @throws PlatformFailure where it is not here and the platform does not give it.
   */
  read(hash: string): Promise<Uint8Array<ArrayBuffer>>
}
