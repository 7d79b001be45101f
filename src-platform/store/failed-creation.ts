/** What failed calls for one line of an order of a product came to; what was answered for another makes nothing of it. */
export interface FailedCreation {
  readonly productName: string
  readonly listingId: string | null
  readonly orderId: string
  readonly firstAt: string
  readonly answered: boolean
}
