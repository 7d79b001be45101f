import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import { bytesOfBase64 } from './file-bytes.ts'

/** Hands a file the desk made to the browser, to be saved under its name. */
export function saveFile({ fileName, mediaType, base64 }: ExportedFile): void {
  savePieces(fileName, mediaType, [bytesOfBase64(base64)])
}

/** The same of a file that came piece by piece. */
export function savePieces(
  fileName: string,
  mediaType: string,
  pieces: readonly Uint8Array<ArrayBuffer>[],
): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
