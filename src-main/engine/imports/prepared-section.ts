import { lineNames } from '#node/packed-lines/packed-lines.ts'
import { type Proof, proveSection } from '#shared/bank-statements/proof.ts'
import type { StatementLine, StatementSection } from '#shared/bank-statements/statement.ts'

/** A section as it would go on record: lines oldest first, each with its name and whether its direction is proven. */
export interface PreparedSection {
  readonly section: Omit<StatementSection, 'lines'>
  readonly proof: Proof
  readonly lines: readonly StatementLine[]
  readonly names: readonly string[]
  readonly areProven: readonly boolean[]
}

/** Proves a section in the order of its file, then turns it round where the newest line comes first. */
export function prepareSection(section: StatementSection): PreparedSection {
  const proof = proveSection(section)
  const { lines, ...rest } = section
  const shortened = lines.map(fitting)
  const turn = <T>(all: T[]) => (proof.isNewestFirst ? all.toReversed() : all)
  const ordered = turn(shortened)
  return {
    section: rest,
    proof,
    lines: ordered,
    names: lineNames(ordered),
    areProven: turn([...proof.directions]),
  }
}

const TEXT_LIMIT = 2000
const SERIAL_LIMIT = 200
const PAGE_LIMIT = 255
const CURRENCY_LIMIT = 10

function isFitting(line: StatementLine): boolean {
  return (
    line.counterpartyName.length <= TEXT_LIMIT &&
    line.counterpartyAccount.length <= TEXT_LIMIT &&
    line.summary.length <= TEXT_LIMIT &&
    line.purpose.length <= TEXT_LIMIT &&
    line.remark.length <= TEXT_LIMIT &&
    (line.serial?.length ?? 0) <= SERIAL_LIMIT &&
    (line.currency?.length ?? 0) <= CURRENCY_LIMIT &&
    line.place.page.length <= PAGE_LIMIT
  )
}

/** Texts no longer than a record holds; no bank writes more. */
function fitting(line: StatementLine): StatementLine {
  if (isFitting(line)) return line
  const text = (said: string) => said.slice(0, TEXT_LIMIT)
  return {
    ...line,
    serial: line.serial?.slice(0, SERIAL_LIMIT) ?? null,
    counterpartyName: text(line.counterpartyName),
    counterpartyAccount: text(line.counterpartyAccount),
    summary: text(line.summary),
    purpose: text(line.purpose),
    remark: text(line.remark),
    currency: line.currency?.slice(0, CURRENCY_LIMIT) ?? null,
    place: { page: line.place.page.slice(0, PAGE_LIMIT), row: line.place.row },
  }
}
