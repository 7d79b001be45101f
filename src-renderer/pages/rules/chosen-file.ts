/** A file as it was chosen. */
export interface ChosenFile {
  readonly name: string
  readonly text: string
}

/** Largest file that is read: a pack or a table is some hundred lines. */
export const CHOSEN_BYTES = 512 * 1024

/** Reads a chosen file as UTF-8; null where it is larger than any pack or table, or is no UTF-8. */
export async function readChosen(file: File): Promise<ChosenFile | null> {
  if (file.size > CHOSEN_BYTES) return null
  try {
    // The mark stays: the hash is that of the file.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { name: file.name.slice(0, 200), text: decoder.decode(await file.arrayBuffer()) }
  } catch {
    return null
  }
}
