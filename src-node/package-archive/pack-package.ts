import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { pack } from 'tar-stream'

/** Packs files as `ksbuilder package` does, the same bytes for the same files: no times, owners or order of its own. */
export async function packPackage(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): Promise<Buffer> {
  const archive = pack()
  const chunks: Buffer[] = []
  const collected = (async () => {
    for await (const chunk of archive) chunks.push(chunk as Buffer)
  })()
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    archive.entry({ name: path, mode: 0o644, mtime: new Date(0) }, Buffer.from(content))
  }
  archive.finalize()
  await collected
  // zlib writes no time into the header, but names the system it ran on in byte 9.
  const packed = await promisify(gzip)(Buffer.concat(chunks))
  packed[9] = 255
  return packed
}
