import { now, type Platform } from '../platform.ts'
import { uploadsDir } from './upload-files.ts'
import { type Vendor, VendorError } from './vendor.ts'

/** Under which a vendor's document is known: by its content, so that the same one again is the same. */
export function documentPath(vendor: Vendor, fileHash: string): string {
  return `${uploadsDir(vendor)}/documents/${fileHash}`
}

/** Keeps a document of an application (scan, PDF) and answers the hash the application names it by. */
export async function uploadDocument(platform: Platform, vendor: Vendor, bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength === 0) throw new VendorError(400, 'The document is empty.')
  const fileHash = await platform.files.put(bytes)
  const path = documentPath(vendor, fileHash)
  const { marketplace, providerId } = vendor
  const upload = { marketplace, providerId, path, url: path, fileHash, at: now(platform) }
  await platform.store.write((transaction) => transaction.putUpload(upload))
  return fileHash
}
