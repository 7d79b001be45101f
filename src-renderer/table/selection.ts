/** Rows that were selected, as they were then, and how more are. */
export interface Selection<Row> {
  readonly rows: ReadonlyMap<string, Row>
  /** Selects a row or leaves it out. */
  readonly toggle: (row: Row) => void
  /** Selects from the last one that was selected up to this one, as they stand in `among`. */
  readonly extend: (row: Row, among: readonly Row[]) => void
  readonly drop: (ids: readonly string[]) => void
  readonly clear: () => void
  /** What can be selected at all. */
  readonly takes: (row: Row) => boolean
}

/** The rows from one to another, both included, in either direction; the last alone where the first is not there. */
export function between<Row extends { readonly id: string }>(
  among: readonly Row[],
  fromId: string | null,
  toId: string,
): readonly Row[] {
  const from = among.findIndex((row) => row.id === fromId)
  const to = among.findIndex((row) => row.id === toId)
  if (to === -1) return []
  return from === -1 ? among.slice(to, to + 1) : among.slice(Math.min(from, to), Math.max(from, to) + 1)
}
