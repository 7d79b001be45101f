/** What the register hands to the deposit that is open beside it. */
export interface CaseProps {
  readonly id: string
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  /** The deposit after this one in the register as it stands now. */
  readonly nextId: () => string | null
  /** Shows another one; null closes this one. */
  readonly onShow: (id: string | null) => void
}
