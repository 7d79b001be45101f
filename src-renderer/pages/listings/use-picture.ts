import { skipToken, useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBlobAddress } from '#renderer/review/documents/use-file.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { PictureView } from '#shared/rules/listing/package-report.ts'

/**
 * A picture of a package as an address of this page. One inside the package comes from the engine, one that the
 * vendor tool uploaded apart comes from the platform's files; any other address is never loaded.
 */
export function usePicture(listingVersion: Pick<ListingVersion, 'id' | 'uploads'>, picture: PictureView) {
  const { id, uploads } = listingVersion
  const upload = uploads.find((each) => each.url === picture.reference)
  const inside = useQuery({
    ...engine.listings.packageImage.queryOptions({
      input: picture.path === null ? skipToken : { id, path: picture.path },
    }),
    gcTime: 30_000,
  })
  const apart = useQuery({
    ...engine.files.read.queryOptions({
      input: upload === undefined || picture.path !== null ? skipToken : { hash: upload.fileHash },
    }),
    gcTime: 30_000,
  })
  const query = picture.path === null ? apart : inside
  const isImage = query.data?.mediaType.startsWith('image/') === true
  const address = useBlobAddress(
    isImage ? query.data?.mediaType : undefined,
    isImage ? query.data?.base64 : undefined,
  )
  return {
    address,
    /** Whether there is anything to load at all. */
    here: picture.path !== null || upload !== undefined,
    failed: query.isError || (query.isSuccess && !isImage),
    again: () => void query.refetch(),
  }
}
