/** What the failed calls of a scene for one line of an order came to; what was answered for another makes nothing of it. */
export interface FailedCreation {
  readonly productName: string
  readonly listingId: string | null
  readonly orderId: string
  /** Of its failed calls the first. */
  readonly firstAt: string
  /** Whether another call of the scene was answered. */
  readonly answered: boolean
}
