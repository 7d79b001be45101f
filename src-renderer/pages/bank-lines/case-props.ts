/** What the workbench hands to the line that is open beside it. */
export interface CaseProps {
  readonly id: string
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  /** The line after this one in the list as it stands now. */
  readonly nextId: () => string | null
  /** The next one that is still open. */
  readonly nextOpenId: () => string | null
  /** Shows another one; null closes this one. */
  readonly onShow: (id: string | null) => void
}
