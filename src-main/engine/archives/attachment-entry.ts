import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import type { QueryContext } from '../queries/query-context.ts'

export const BYTE_ORDER_MARK = '\u{FEFF}'
/** Signs that a file's name cannot have somewhere. */
export const UNNAMED = /[\\/:*?"<>|\p{Cc}]/gu

/** What a file is called in an archive: two originals may have one name, and never one hash. */
export function entryName({ sha256, name }: Attachment): string {
  return `${sha256.slice(0, 12)}-${name.replaceAll(UNNAMED, '_')}`
}

/** The bytes of an attached file. @throws PlatformFailure where they are not here and the platform is not reached */
export async function bytesOf(context: QueryContext, { sha256 }: Attachment): Promise<Buffer> {
  const bytes = await context.workspace.files.read(sha256)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
