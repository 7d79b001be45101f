import type { z } from 'zod'
import { fileContentSchema } from '#shared/contracts/console-engine/desk.ts'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'
import type { QueryContext } from './query-context.ts'

export type FileContent = z.infer<typeof fileContentSchema>

/** A file of a record, fetched when it is not here yet. @throws PlatformFailure */
export async function readFileContent(
  { workspace }: Pick<QueryContext, 'workspace'>,
  hash: string,
): Promise<FileContent> {
  return toFileContent(await workspace.files.read(hash))
}

/** The type is the one the bytes have; what cannot be shown in place is `application/octet-stream`. */
export function toFileContent(bytes: Uint8Array): FileContent {
  const shown = fileContentSchema.shape.mediaType.safeParse(readImageInfo(bytes).mediaType)
  return {
    mediaType: shown.success ? shown.data : 'application/octet-stream',
    base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  }
}
