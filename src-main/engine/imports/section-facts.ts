import { periodOf } from '#shared/bank-statements/identity.ts'
import type { Place, StatementLine } from '#shared/bank-statements/statement.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { PreparedSection } from './prepared-section.ts'
import type { SectionFacts } from './statement-questions.ts'

/** Skipped rows that are kept by name; the others are counted. */
const NAMED_ROWS = 200
const ACCOUNT_LIMIT = 80
const CURRENCY_LIMIT = 10
const PAGE_LIMIT = 255

/** A section in a few numbers. */
export function sectionFacts({ section, proof, lines }: PreparedSection): SectionFacts {
  const { account, currency, opening, closing, totals } = section
  return {
    account: account?.slice(0, ACCOUNT_LIMIT) ?? null,
    currency: currency?.slice(0, CURRENCY_LIMIT) ?? null,
    currencies: [...new Set([currency, ...lines.map((line) => line.currency)])].filter(
      (each) => each !== null,
    ),
    opening,
    closing,
    totals,
    period: periodOf(lines),
    proof: {
      verdict: proof.verdict,
      checks: proof.checks.map(({ place, ...check }) => ({ ...check, row: place?.row ?? null })),
      opening: proof.opening,
      closing: proof.closing,
      isSwapped: proof.isSwapped,
    },
    lines: lines.length,
    in: sumOf(lines, 'in'),
    out: sumOf(lines, 'out'),
  }
}

interface LeftOut<Reason extends string> {
  readonly place: Place
  readonly reason: Reason
  readonly excerpt: string
}

/** The rows that were left out: those that matter come first. */
export function skippedFacts<Reason extends string>(
  skipped: readonly LeftOut<Reason>[],
  reasons: Readonly<Record<Reason, { readonly matters: boolean }>>,
): StatementHead['skipped'] {
  const mattering = skipped.filter(({ reason }) => reasons[reason].matters)
  const others = skipped.filter(({ reason }) => !reasons[reason].matters)
  const first = [...mattering, ...others].slice(0, NAMED_ROWS).map(({ place, ...row }) => ({
    ...row,
    place: { page: place.page.slice(0, PAGE_LIMIT), row: place.row },
  }))
  return { rows: skipped.length, matter: mattering.length, first }
}

function sumOf(lines: readonly StatementLine[], direction: StatementLine['direction']) {
  const those = lines.filter((line) => line.direction === direction)
  return { count: those.length, amount: those.reduce((sum, { amount }) => sum + amount, 0) }
}
