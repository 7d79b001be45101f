import { client } from '#renderer/engine-client/engine.ts'
import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import type { ImportPreview } from '#shared/contracts/console-engine/bank-imports.ts'
import { PIECE_BYTES } from '#shared/contracts/console-engine/files.ts'
import type { Reading } from './file-imports.ts'

/** Sends a file to the engine piece by piece and has it read. What breaks off is given up there too. */
export async function readFile(file: File, reading: Reading): Promise<ImportPreview> {
  const { importId } = await client.bank.imports.begin({ fileName: file.name.slice(-255), bytes: file.size })
  try {
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      const bytes = await file.slice(at, at + PIECE_BYTES).arrayBuffer()
      const base64 = new Uint8Array(bytes).toBase64()
      reading.onProgress(await client.bank.imports.add({ importId, base64 }, { signal: reading.signal }))
    }
    return await readGiven(importId, reading)
  } catch (error) {
    giveUp(importId)
    throw error
  }
}

/** Keeps how a person named the columns, and reads the same bytes with it. */
export async function readMapped(
  importId: string,
  mapping: ColumnMapping,
  reading: Reading,
): Promise<ImportPreview> {
  await client.bank.imports.map({ importId, mapping }, { signal: reading.signal })
  return readGiven(importId, reading)
}

/** A file that was read, held against what is known by now. */
export function preview(importId: string): Promise<ImportPreview> {
  return client.bank.imports.preview({ importId })
}

/** Tells the engine to forget a file. It does not matter whether it hears: it forgets by itself in time. */
export function giveUp(importId: string): void {
  client.bank.imports.cancel({ importId }).catch(() => undefined)
}

async function readGiven(importId: string, { signal, onProgress }: Reading): Promise<ImportPreview> {
  for await (const progress of await client.bank.imports.read({ importId }, { signal })) onProgress(progress)
  signal.throwIfAborted()
  return client.bank.imports.preview({ importId }, { signal })
}
