/** What a queue hands to the case that is open beside it. */
export interface QueueCaseProps {
  readonly id: string
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  /** The case after this one in the queue as it stands now. */
  readonly nextId: () => string | null
  /** Shows another case; null closes this one. */
  readonly onShow: (id: string | null) => void
}
