import { createGunzip, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { jsonElements } from '../json-elements.ts'

/** What the widest line or order comes to as JSON. */
const ELEMENT_LIMIT_BYTES = 1500

/** A large file would come in thousands of the usual pieces of 16 KB. */
const UNPACKED_AT_ONCE_BYTES = 128 * 1024

/** Many records as they travel: gzip of a JSON array in base64. */
export function packElements(elements: readonly unknown[]): string {
  return gzipSync(JSON.stringify(elements)).toString('base64')
}

/** Those that came from outside; null where they are torn, more than `limit` or none of ours. Long ones are read in turns. */
export async function unpackElements<T>(
  packed: string,
  schema: z.ZodType<T>,
  limit: number,
): Promise<T[] | null> {
  const elements: T[] = []
  try {
    for await (const some of jsonElements(unzipped(packed, limit * ELEMENT_LIMIT_BYTES))) {
      if (elements.length + some.length > limit) return null
      for (const element of some) elements.push(schema.parse(element))
    }
    return elements
  } catch {
    // Not base64 of gzip of JSON, more than the limit, or other than the schema.
    return null
  }
}

/** @throws where it is no gzip, or comes to more than that many elements do */
async function* unzipped(packed: string, limitBytes: number): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: UNPACKED_AT_ONCE_BYTES })
  unzip.end(Buffer.from(packed, 'base64'))
  let bytes = 0
  for await (const chunk of unzip) {
    const piece = z.instanceof(Buffer).parse(chunk)
    bytes += piece.length
    if (bytes > limitBytes) throw new RangeError('More than the widest come to.')
    yield piece
  }
}
