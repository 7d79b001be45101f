import { basename, extname, posix } from 'node:path'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'
import { now, type Platform } from '../platform.ts'
import { type Vendor, VendorError } from './vendor.ts'

export interface UploadedFile {
  /** Below `uploadsDir`, as the tool puts it together: `<dir>/<extension>/<version>/<file>`. */
  readonly path: string
  readonly bytes: Uint8Array
}

const FILES_LIMIT = 50
const PATH_LIMIT = 500
const NAME_LIMIT = 200

/** The folder a vendor's uploads go to. */
export function uploadsDir({ providerId }: Vendor): string {
  return `/uploads/${providerId}`
}

/** Keeps icons and screenshots and answers the address each is named by from now on, below `origin`. */
export async function uploadFiles(
  platform: Platform,
  vendor: Vendor,
  origin: string,
  files: readonly UploadedFile[],
): Promise<string[]> {
  if (files.length === 0 || files.length > FILES_LIMIT) {
    throw new VendorError(400, `Between 1 and ${FILES_LIMIT} files are taken at once.`)
  }
  const paths = files.map((file) => checkedPath(vendor, file.path))
  const hashes: string[] = []
  for (const { bytes, path } of files) {
    if (!(readImageInfo(bytes).mediaType ?? '').startsWith('image/')) {
      throw new VendorError(422, `${basename(path)} 不是图片 / is not a picture`)
    }
    hashes.push(await platform.files.put(bytes))
  }
  const uploads = paths.map((path, index) => {
    const fileHash = hashes[index] ?? ''
    const url = `${origin}/apis/extension/v1/files/${fileHash}/${nameInAddress(path)}`
    const { marketplace, providerId } = vendor
    return { marketplace, providerId, path, url, fileHash, at: now(platform) }
  })
  await platform.store.write(async (transaction) => {
    for (const upload of uploads) await transaction.putUpload(upload)
  })
  return uploads.map((upload) => upload.url)
}

/** The name is for people only, the hash finds the file: a long one would make an address that nobody takes. */
function nameInAddress(path: string): string {
  const name = encodeURIComponent(basename(path))
  return name.length <= NAME_LIMIT ? name : `picture${encodeURIComponent(extname(path).slice(0, 5))}`
}

function checkedPath(vendor: Vendor, path: string): string {
  const clean = posix.normalize(path)
  const inside = clean.startsWith(`${uploadsDir(vendor)}/`) && !/[\p{Cc}\\]/u.test(clean)
  if (!inside || clean.length > PATH_LIMIT) throw new VendorError(400, 'The path leads out of your folder.')
  return clean
}
