import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)

/** Below this a packet is a packet, compressed or not. */
const WORTH_BYTES = 1024

/** A JSON answer, compressed at the fastest level of what the client takes. */
export async function jsonResponse(
  json: Uint8Array<ArrayBuffer>,
  acceptEncoding: string | undefined,
): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    vary: 'Accept-Encoding',
  }
  const encoding = json.byteLength < WORTH_BYTES ? null : chosenEncoding(acceptEncoding ?? '')
  if (encoding === null) return new Response(json, { headers })
  headers['content-encoding'] = encoding
  return new Response(new Uint8Array(await compressed(json, encoding)), { headers })
}

function chosenEncoding(acceptEncoding: string): 'br' | 'gzip' | null {
  const accepted = new Set(acceptEncoding.split(',').map((each) => each.trim().split(';')[0]))
  if (accepted.has('br')) return 'br'
  return accepted.has('gzip') ? 'gzip' : null
}

function compressed(json: Uint8Array, encoding: 'br' | 'gzip'): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(json, { level: 1 })
  return brotliAsync(json, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 1,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.byteLength,
    },
  })
}
