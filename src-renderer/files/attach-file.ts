import { client } from '#renderer/engine-client/engine.ts'
import { PIECE_BYTES } from '#shared/contracts/console-engine/files.ts'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'

/** Gives a file to the engine piece by piece; it is on this computer's disk when this answers. */
export async function attachFile(file: File): Promise<Attachment> {
  const { name, type, size } = file
  const { attachId } = await client.files.attach.begin({ name: name.slice(-1000), type, size })
  try {
    for (let at = 0; at < size; at += PIECE_BYTES) {
      const base64 = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()).toBase64()
      await client.files.attach.add({ attachId, base64 })
    }
    return await client.files.attach.finish({ attachId })
  } catch (error) {
    // It does not matter whether the engine hears: it forgets by itself in time.
    client.files.attach.cancel({ attachId }).catch(() => undefined)
    throw error
  }
}
