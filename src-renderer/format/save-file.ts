import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'

/** Hands a file the desk made to the browser, to be saved under its name. */
export function saveFile({ fileName, mediaType, base64 }: ExportedFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
