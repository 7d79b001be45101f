import { hashOfBytes } from '#node/file-store/file-store.ts'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'

/** A file of that text, as a record names it. */
export function sampleAttachment(text: string): Attachment {
  const bytes = Buffer.from(text)
  return { sha256: hashOfBytes(bytes), name: '截图.png', size: bytes.byteLength, type: 'image/png' }
}

/** Where nothing is attached: an array literal in a constant could not be handed on. */
export const NO_FILES: Attachment[] = []
