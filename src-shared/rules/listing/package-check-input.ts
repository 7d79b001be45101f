import type { Fen } from '../../money/fen.ts'
import type { ListingRules } from '../../policy/listing-rules.ts'
import type { ImageInfo } from './image-type.ts'

/** How the listing is to be sold. */
export type OfferUnderReview = {
  readonly delivery: 'online' | 'offline'
  readonly plans: readonly {
    readonly name: string
    /** Fen. */
    readonly price: Fen
    readonly months: number
    readonly quota: string
  }[]
  readonly priceShownPublicly: boolean
}

/** A picture the vendor's tool uploaded apart from the package, which then names it by its address. */
export type UploadedPicture = {
  readonly url: string
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
  readonly image: ImageInfo
}

/** What a package is judged against; null where it is not known or there is none. */
export type PackageCheckInput = {
  readonly rules: ListingRules
  /** The version the store shows now: the package is then an update. */
  readonly live: { readonly name: string; readonly version: string } | null
  /** What the vendor said it was pushing. */
  readonly pushed: { readonly name: string; readonly version: string } | null
  readonly offer: OfferUnderReview | null
  /** Other addresses lead out of the platform: what they show is not judged. */
  readonly uploads: readonly UploadedPicture[]
}
