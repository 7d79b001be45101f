import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { SignedAmount } from '../signed-amount.tsx'

const DIRECTIONS = ['in', 'out'] as const

/** What lines come to, in and out apart. */
export function Sums({ rows }: { readonly rows: readonly LineRow[] }) {
  return DIRECTIONS.map((direction) => {
    const sum = rows.reduce((total, row) => (row.direction === direction ? total + row.amount : total), 0)
    return sum === 0 ? null : <SignedAmount key={direction} direction={direction} amount={sum} />
  })
}
