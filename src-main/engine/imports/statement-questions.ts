import type { ImportedPeriod } from '#shared/bank-statements/identity.ts'
import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import type { StatementReading } from '#shared/bank-statements/read-statement.ts'
import type { DeclaredTotals } from '#shared/bank-statements/statement.ts'
import type { ImportSection, PreviewLine } from '#shared/contracts/console-engine/bank-imports.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { rechargeName } from '#shared/contracts/console-platform/records/recharge.ts'
import type { MatchCandidate, MatchSettings } from '#shared/rules/bank-matching/match-types.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import type { AccountLine } from '#shared/rules/known-lines/compare-with-known.ts'
import type { AnswerMessage } from './question-thread.ts'

/** What the thread is asked, see statement-session.ts; all of it can be copied between threads. */
export type Question =
  | { readonly kind: 'read'; readonly mappings: readonly ColumnMapping[] }
  | DaysQuestion
  | CompareQuestion
  | LinesQuestion
  | PackQuestion

/** The days of which lines of the account are needed in full, after its names were given. */
export interface DaysQuestion {
  readonly kind: 'days'
  readonly section: number
}

/** The key of a payment by its number, as a contested one. */
export function paymentKey(number: string): string {
  return `payment ${rechargeName(number)}`
}

/** Holds a section against its account, whose known names, and lines where days were named, were given before. */
export interface CompareQuestion {
  readonly kind: 'compare'
  readonly section: number
  readonly imported: ImportedPeriod | null
  /** Items that an import may settle. */
  readonly items: readonly OpenItem[]
  /** Keys of items that are for a person, because a line on record fits them too, and of payments that are; null for all. */
  readonly contested: ReadonlySet<string> | null
  /** Null where there is no account yet, and nothing to match. */
  readonly settings: MatchSettings | null
}

export interface LinesQuestion {
  readonly kind: 'lines'
  readonly section: number
  readonly novelty: PreviewLine['novelty'] | null
  readonly after: number
  readonly limit: number
}

export interface PackQuestion {
  readonly kind: 'pack'
  readonly section: number
  /** Of the ids of new lines: their time, and what chance they begin with; each is one more than the last. */
  readonly now: number
  readonly chances: readonly number[]
  readonly matchAutomatically: boolean
}

export interface Answers {
  readonly read: FileFacts
  readonly days: ImportedPeriod | null
  readonly compare: Comparison
  readonly lines: LineWindow
  readonly pack: PackedSection
}

/** What was read, without the lines, which stay in the thread. */
export type FileFacts =
  | Extract<StatementReading, { kind: 'refused' }>
  | {
      readonly kind: 'read'
      /** SHA-256 of the bytes. */
      readonly fileHash: string
      readonly format: string
      readonly encoding: string
      readonly undecodable: number
      readonly unread: readonly string[]
      readonly skipped: StatementHead['skipped']
      readonly sections: readonly SectionFacts[]
    }

export interface SectionFacts extends Pick<ImportSection, 'proof' | 'lines' | 'in' | 'out'> {
  readonly account: string | null
  readonly currency: string | null
  /** Every currency that the section or a line of it names. */
  readonly currencies: readonly string[]
  readonly opening: number | null
  readonly closing: number | null
  readonly totals: DeclaredTotals
  readonly period: ImportedPeriod | null
}

export type Comparison = Pick<
  ImportSection,
  'new' | 'known' | 'overlapping' | 'automatic' | 'automaticAmount' | 'suggested'
>

export interface LineWindow {
  readonly lines: readonly (Omit<PreviewLine, 'automatic'> & { readonly match: MatchCandidate | null })[]
  readonly next: number | null
}

export type PackedSection = Pick<
  CommandArguments<'bank.import-statement'>,
  'packedLines' | 'lines' | 'added' | 'matches'
>

/** From the engine to the thread; pieces and names need no answer. */
export type ToThread =
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'known'
      readonly section: number
      readonly names: readonly string[]
      readonly lines: readonly AccountLine[]
    }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }

/** Back from it. `told`: sections of the file that are proven, and how many there are. */
export type FromThread =
  | AnswerMessage<Answers>
  | { readonly kind: 'told'; readonly sections: number; readonly of: number }
