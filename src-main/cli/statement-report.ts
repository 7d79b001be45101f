import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { LineNovelty } from '#shared/bank-statements/identity.ts'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import type { Proof, ProofCheck, ProofVerdict } from '#shared/bank-statements/proof.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import type {
  SkippedRow,
  Statement,
  StatementLine,
  StatementSection,
} from '#shared/bank-statements/statement.ts'
import { SKIP_REASONS } from '#shared/bank-statements/statement.ts'
import { sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Fen } from '#shared/money/fen.ts'
import {
  compareWithKnown,
  type KnownLines,
  knownAfter,
  NOTHING_KNOWN,
} from '#shared/rules/known-lines/compare-with-known.ts'

/** What `statement read --json` prints; keys are only ever added. */
export interface StatementReport {
  readonly lines: readonly ReturnType<typeof reportLine>[]
  readonly summary: ReturnType<typeof summarize>
  readonly hasFindings: boolean
}

interface ProvenSection {
  readonly section: StatementSection
  readonly proof: Proof
}

/** Proves a statement and writes it as a report; `known` is an earlier statement of the same account, if any. */
export function createStatementReport(statement: Statement, known: Statement | null): StatementReport {
  const proven = statement.sections.map((section) => ({ section, proof: proveSection(section) }))
  const novelties = known === null ? null : noveltiesOf(statement, known)
  const lines = proven.flatMap(({ section, proof }) => {
    return section.lines.map((line, at) =>
      reportLine(line, section.account, proof.directions[at] === true, novelties?.get(line) ?? null),
    )
  })
  const summary = summarize(statement, proven, lines.length)
  const isProven = proven.length > 0 && proven.every(({ proof }) => proof.verdict === 'proven')
  const loses = summary.skipped.some(({ matters }) => matters) || statement.undecodable > 0
  return { lines, summary, hasFindings: !isProven || loses }
}

/** As an import decides: each section against the account that the sections of the other file were imported into. */
function noveltiesOf(statement: Statement, known: Statement): ReadonlyMap<StatementLine, LineNovelty> {
  const novelties = new Map<StatementLine, LineNovelty>()
  for (const { account, lines } of statement.sections) {
    const before = importedFrom(known, account)
    for (const [at, novelty] of compareWithKnown(lines, lineIdentities(lines), before).entries()) {
      const line = lines[at]
      if (line !== undefined) novelties.set(line, novelty)
    }
  }
  return novelties
}

/** What an account has after the sections that name it, or name none, were imported. */
function importedFrom({ sections }: Statement, account: string | null): KnownLines {
  const own = sections.filter(
    (section) => account === null || section.account === null || sameAccount(section.account, account),
  )
  return own.reduce((known, { lines }) => knownAfter(known, lines, lineIdentities(lines)), NOTHING_KNOWN)
}

function reportLine(
  line: StatementLine,
  account: string | null,
  directionProven: boolean,
  novelty: LineNovelty | null,
) {
  const { serial, direction, currency, counterpartyName, counterpartyAccount, summary, purpose, remark } =
    line
  return {
    serial,
    bookedAt: line.bookedTime === null ? line.bookedOn : `${line.bookedOn}T${line.bookedTime}`,
    direction,
    amount: decimalAmount(line.amount),
    currency,
    counterpartyName,
    counterpartyAccount,
    summary,
    purpose,
    remark,
    isReversal: line.isReversal,
    balanceAfter: decimalOrNull(line.balanceAfter),
    directionProven,
    account,
    ...line.place,
    ...(novelty === null ? {} : { novelty }),
  }
}

function summarize(statement: Statement, proven: readonly ProvenSection[], lines: number) {
  const { format, encoding, undecodable, unread } = statement
  const sections = proven.map(reportSection)
  const [only] = sections.length === 1 ? sections : []
  return {
    format,
    encoding,
    undecodable,
    unread,
    account: only?.account ?? null,
    accountName: only?.accountName ?? null,
    currency: only?.currency ?? null,
    balances: only?.balances ?? { opening: null, closing: null },
    lines,
    proof: only?.proof ?? {
      verdict: worst(proven.map(({ proof }) => proof.verdict)),
      isSwapped: false,
      checks: [],
    },
    sections,
    skipped: statement.skipped.map(reportSkipped),
  }
}

function reportSection({ section, proof }: ProvenSection) {
  const { account, accountName, currency, lines } = section
  return {
    account,
    accountName,
    currency,
    lines: lines.length,
    balances: { opening: decimalOrNull(proof.opening), closing: decimalOrNull(proof.closing) },
    proof: { verdict: proof.verdict, isSwapped: proof.isSwapped, checks: proof.checks.map(reportCheck) },
  }
}

function reportCheck({ check, verdict, expected, found, place }: ProofCheck) {
  const write = (value: number | null) =>
    value === null || check.endsWith('count') ? value : decimalAmount(value)
  return { check, verdict, expected: write(expected), found: write(found), place }
}

function reportSkipped({ place, reason, excerpt }: SkippedRow) {
  return { ...place, reason, matters: SKIP_REASONS[reason].matters, excerpt }
}

function worst(verdicts: readonly ProofVerdict[]): ProofVerdict {
  if (verdicts.includes('contradicted')) return 'contradicted'
  return verdicts.length === 0 || verdicts.includes('unprovable') ? 'unprovable' : 'proven'
}

function decimalOrNull(fen: Fen | null): string | null {
  return fen === null ? null : decimalAmount(fen)
}
