import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'chacha20-poly1305'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Nonce, tag and ciphertext; only the same key and name open it. */
export function seal(bytes: Uint8Array, key: Uint8Array, name: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, fileKey(key), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(name), { plaintextLength: bytes.byteLength })
  const text = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Null where the bytes were not sealed with this key under this name. */
export function open(sealed: Uint8Array, key: Uint8Array, name: string): Uint8Array<ArrayBuffer> | null {
  if (sealed.byteLength < NONCE_BYTES + TAG_BYTES) return null
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const text = sealed.subarray(NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, fileKey(key), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(name), { plaintextLength: text.byteLength })
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(text), decipher.final()]))
  } catch {
    return null
  }
}

/** The databases use the key itself; files get one derived from it. */
function fileKey(key: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'marketdesk files', 32))
}
