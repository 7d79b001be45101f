/** What the queue hands to the submission that is open beside it. */
export interface CaseProps {
  readonly id: string
  /** The open part of the case, as the address names it. */
  readonly tab: string | null
  readonly onTab: (tab: string) => void
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  /** The case after this one in the queue as it stands now. */
  readonly nextId: () => string | null
  /** Shows another case; null closes this one. */
  readonly onShow: (id: string | null) => void
}
