import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { PIECE_BYTES } from '#shared/contracts/console-engine/files.ts'
import { UsageError } from './usage-error.ts'

/** Where the pieces of a file go. */
interface Taker {
  readonly begin: (fileName: string, bytes: number) => Promise<string>
  readonly add: (id: string, piece: Uint8Array<ArrayBuffer>) => unknown
}

/** Hands a file over piece by piece; answers the id it is asked about by. @throws UsageError */
export async function giveFile(path: string, { begin, add }: Taker): Promise<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read: ${error.code ?? error.message}`)
  })
  try {
    const entry = await file.stat()
    if (!entry.isFile()) throw new UsageError(`${path} cannot be read: it is no ordinary file`)
    if (entry.size === 0) throw new UsageError(`${path}: the file holds nothing`)
    const id = await begin(basename(path), entry.size)
    for (;;) {
      // A piece of its own each time: it moves to the thread.
      const piece = new Uint8Array(PIECE_BYTES)
      const { bytesRead } = await file.read(piece)
      if (bytesRead === 0) return id
      add(id, piece.slice(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
