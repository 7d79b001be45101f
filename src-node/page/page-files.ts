import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { getMimeType } from 'hono/utils/mime'

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** Its name holds a hash of its content, so that it may be kept for ever. */
  readonly immutable: boolean
}

/** One name or several, of letters that cannot climb out of the folder; no hidden files. */
const SAFE_PATH = /^\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/

/**
 * Reads a file of the built page. An address without an ending is a screen of the page and gets index.html, so that
 * a reload and a pasted link work. Null: there is no such file.
 */
export async function readPageFile(folder: string, pathname: string): Promise<PageFile | null> {
  const path = extname(pathname) === '' ? '/index.html' : pathname
  if (!SAFE_PATH.test(path)) return null
  try {
    const bytes = await readFile(join(folder, path))
    const mediaType = getMimeType(path) ?? 'application/octet-stream'
    return { bytes: new Uint8Array(bytes), mediaType, immutable: path.startsWith('/assets/') }
  } catch {
    return null
  }
}
