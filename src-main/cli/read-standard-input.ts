import type { ReadStream } from 'node:tty'
import { UsageError } from './usage-error.ts'

/** More is no input a person or a script meant to give. */
const MAX_BYTES = 64 * 1024 * 1024

/** Reads standard input to its end. @throws UsageError where a terminal stands there instead of a file or a pipe. */
export async function readStandardInput(input: ReadStream): Promise<string> {
  if (input.isTTY) throw new UsageError('the input is read from standard input: add < INPUT.json')
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of input) {
    const part = Buffer.from(chunk)
    bytes += part.byteLength
    if (bytes > MAX_BYTES) throw new UsageError(`the input is longer than ${MAX_BYTES} bytes`)
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}
