import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { textTable } from './text-table.ts'

export type SectionOutcome = 'imported' | 'nothing-new' | 'dry-run' | 'refused' | 'returned' | 'waiting'

/** What `statement import --json` prints; keys are only ever added. */
export interface ImportReport {
  readonly file: string
  readonly format: string
  readonly encoding: string
  /** Names of columns that hold something and were not read. */
  readonly unread: readonly string[]
  readonly sections: readonly ReturnType<typeof sectionReport>[]
}

/** One account of the file; `detail` says why where it was not imported. */
export function sectionReport(
  section: ImportSection,
  { outcome, detail }: { readonly outcome: SectionOutcome; readonly detail: string | null },
) {
  const { head, proof, account, lines, known, overlapping, automatic, suggested, toAccept, barred } = section
  const decimal = (fen: number | null) => (fen === null ? null : decimalAmount(fen))
  return {
    account: head.account,
    accountId: account?.id ?? null,
    period: head.period,
    lines,
    new: section.new,
    ...{ known, overlapping, automatic, suggested },
    proof: {
      verdict: proof.verdict,
      opening: decimal(proof.opening),
      closing: decimal(proof.closing),
      contradicted: proof.checks
        .filter(({ verdict }) => verdict === 'contradicted')
        .map(({ check }) => check),
    },
    ...{ toAccept, barred, outcome, detail },
  }
}

const HEADINGS = [
  '账号 account',
  '新 new',
  '已有 known',
  '重叠 overlapping',
  '自动认领 matched',
  '证明 proof',
  '结果 outcome',
]

/** The report as a table, a row an account. */
export function importInWords({ format, encoding, unread, sections }: ImportReport, columns: number): string {
  const rows = sections.map((section) => [
    section.account ?? '—',
    String(section.new),
    String(section.known),
    String(section.overlapping),
    String(section.automatic),
    section.proof.verdict,
    [section.outcome, section.detail].filter((text) => text !== null).join(': '),
  ])
  const left = unread.length === 0 ? [] : [`未读取的列 columns not read: ${unread.join(' · ')}`]
  return [`${format} · ${encoding}`, ...left, '', textTable(HEADINGS, rows, columns)].join('\n')
}
