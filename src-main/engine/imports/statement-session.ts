import { createHash } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import { packLines } from '#node/packed-lines/packed-lines.ts'
import type { ImportedPeriod, LineNovelty } from '#shared/bank-statements/identity.ts'
import { mappedLayout } from '#shared/bank-statements/mapping.ts'
import { type ReadOptions, readStatement } from '#shared/bank-statements/read-statement.ts'
import { SKIP_REASONS } from '#shared/bank-statements/statement.ts'
import { assert } from '#shared/base/assert.ts'
import { IMPORT_MATCHES_LIMIT } from '#shared/contracts/console-platform/commands/bank-account-commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { lineToMatch } from '#shared/rules/bank-matching/line-to-match.ts'
import { matchLines } from '#shared/rules/bank-matching/match-lines.ts'
import type { MatchCandidate, MatchDecision } from '#shared/rules/bank-matching/match-types.ts'
import { itemKey } from '#shared/rules/bank-matching/open-item.ts'
import {
  type AccountLine,
  compareWithKnown,
  daysToCompare,
} from '#shared/rules/known-lines/compare-with-known.ts'
import { targetOf } from '../queries/bank/obligation-items.ts'
import { type PreparedSection, prepareSection } from './prepared-section.ts'
import { sectionFacts, skippedFacts } from './section-facts.ts'
import {
  type Answers,
  type CompareQuestion,
  type Comparison,
  type DaysQuestion,
  type FileFacts,
  type LinesQuestion,
  type LineWindow,
  type PackedSection,
  type PackQuestion,
  paymentKey,
  type Question,
} from './statement-questions.ts'

/** What an account has, as far as the thread was told. */
interface Known {
  readonly names: Set<string>
  readonly lines: AccountLine[]
}

interface Judged {
  readonly novelties: readonly LineNovelty[]
  /** Empty where nothing was matched. */
  readonly decisions: readonly MatchDecision[]
}

/** One file with all it says: lives in a thread of its own, is asked one question at a time. */
export class StatementSession {
  readonly #decodeWorkbook: ReadOptions['decodeWorkbook']
  readonly #proven: (sections: number, of: number) => void
  #pieces: Uint8Array[] = []
  #sections: readonly PreparedSection[] = []
  readonly #known = new Map<number, Known>()
  readonly #judged = new Map<number, Judged>()

  /** `proven` is told after each section. */
  constructor(
    decodeWorkbook: ReadOptions['decodeWorkbook'],
    proven: (sections: number, of: number) => void = () => undefined,
  ) {
    this.#decodeWorkbook = decodeWorkbook
    this.#proven = proven
  }

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
  }

  /** Names of lines that the account of a section has already, before it is compared; and such lines in full. */
  know(section: number, names: readonly string[], lines: readonly AccountLine[]): void {
    const known = this.#known.get(section) ?? { names: new Set(), lines: [] }
    for (const name of names) known.names.add(name)
    known.lines.push(...lines)
    this.#known.set(section, known)
  }

  async answer(question: Question): Promise<Answers[keyof Answers]> {
    switch (question.kind) {
      case 'read':
        return this.#read(question.mappings.map(mappedLayout))
      case 'days':
        return this.#days(question)
      case 'compare':
        return this.#compare(question)
      case 'lines':
        return this.#lines(question)
      case 'pack':
        return this.#pack(question)
    }
  }

  async #read(mappings: ReadOptions['mappings']): Promise<FileFacts> {
    const [only, ...others] = this.#pieces
    const bytes = only !== undefined && others.length === 0 ? only : Buffer.concat(this.#pieces)
    this.#pieces = [bytes]
    this.#known.clear()
    this.#judged.clear()
    this.#sections = []
    const reading = await readStatement(bytes, { mappings, decodeWorkbook: this.#decodeWorkbook })
    if (reading.kind === 'refused') return reading
    const { format, encoding, undecodable, sections, skipped, unread } = reading.statement
    this.#sections = sections.map((section, at) => {
      this.#proven(at, sections.length)
      return prepareSection(section)
    })
    return {
      kind: 'read',
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      format,
      encoding,
      undecodable,
      unread,
      skipped: skippedFacts(skipped, SKIP_REASONS),
      sections: this.#sections.map(sectionFacts),
    }
  }

  /** The days of which the account's lines are needed in full, once its names are here; null where they suffice. */
  #days({ section }: DaysQuestion): ImportedPeriod | null {
    const { lines, names } = this.#section(section)
    return daysToCompare(lines, names, this.#known.get(section)?.names ?? new Set())
  }

  /**
   * Known lines are matched with the others: where one of them would settle the same item, a person looks. They do
   * not count.
   */
  #compare({ section: at, imported, items, contested, settings }: CompareQuestion): Comparison {
    const { lines, names, areProven } = this.#section(at)
    const known = this.#known.get(at) ?? { names: new Set(), lines: [] }
    this.#known.delete(at)
    const novelties = compareWithKnown(lines, names, { ...known, imported })
    const toMatch = () => lines.map((line, index) => lineToMatch(line, areProven[index] === true))
    const isMatched = settings !== null && items.length > 0
    const matched = isMatched ? matchLines(toMatch(), items, settings) : []
    const decisions = matched.map((decision, index) => uncontested(decision, lines[index], contested))
    this.#judged.set(at, { novelties, decisions })
    const count = (novelty: LineNovelty) => novelties.filter((each) => each === novelty).length
    const decided = (wanted: MatchDecision['decision']) =>
      lines.filter((_, index) => decisions[index]?.decision === wanted && novelties[index] !== 'known')
    const automatic = decided('auto')
    return {
      new: count('new'),
      known: count('known'),
      overlapping: count('overlapping'),
      automatic: automatic.length,
      automaticAmount: automatic.reduce((sum, { amount }) => sum + amount, 0),
      suggested: decided('suggest').length,
    }
  }

  #lines({ section: at, novelty, after, limit }: LinesQuestion): LineWindow {
    const section = this.#section(at)
    const judged = this.#judgedOf(at)
    const shown: LineWindow['lines'][number][] = []
    let ordinal = after
    for (; ordinal < section.lines.length && shown.length < limit; ordinal++) {
      const line = section.lines[ordinal]
      const own = judged.novelties[ordinal]
      if (line === undefined || own === undefined || (novelty !== null && own !== novelty)) continue
      const decision = own === 'known' ? undefined : judged.decisions[ordinal]
      shown.push({
        ordinal,
        ...line,
        isDirectionProven: section.areProven[ordinal] === true,
        novelty: own,
        match: automaticMatch(decision),
        suggestions: decision?.decision === 'suggest' ? decision.candidates.length : 0,
      })
    }
    return { lines: shown, next: ordinal < section.lines.length ? ordinal : null }
  }

  #pack({ section: at, now, chances, matchAutomatically }: PackQuestion): PackedSection {
    const { lines } = this.#section(at)
    const { novelties, decisions } = this.#judgedOf(at)
    let drawn = 0
    const newId = monotonicFactory(() => chances[drawn++ % chances.length] ?? 0)
    const packed = lines.map(
      (line, index): ImportedLine => ({ id: novelties[index] === 'known' ? null : newId(now), ...line }),
    )
    const matches = packed.flatMap(({ id, amount }, index) => {
      const match = id === null ? null : automaticMatch(decisions[index])
      if (id === null || match === null) return []
      return [{ lineId: id, part: { target: targetOf(match), amount, reasons: [...match.reasons] } }]
    })
    return {
      packedLines: packLines(packed),
      lines: lines.length,
      added: packed.filter(({ id }) => id !== null).length,
      matches: matchAutomatically ? matches.slice(0, IMPORT_MATCHES_LIMIT) : [],
    }
  }

  #section(at: number): PreparedSection {
    const section = this.#sections[at]
    assert(section !== undefined, 'only sections that were read are asked about')
    return section
  }

  #judgedOf(at: number): Judged {
    const judged = this.#judged.get(at)
    assert(judged !== undefined, 'a section is compared before its lines are asked for')
    return judged
  }
}

/** Leaves a contested item, and a contested payment, to a person. */
function uncontested(
  found: MatchDecision,
  line: Pick<ImportedLine, 'serial'> | undefined,
  contested: ReadonlySet<string> | null,
): MatchDecision {
  const [only] = found.candidates
  if (found.decision !== 'auto' || only === undefined) return found
  const isContested = (key: string) => contested === null || contested.has(key)
  const serial = line?.serial ?? null
  if (!isContested(itemKey(only)) && (serial === null || !isContested(paymentKey(serial)))) return found
  return { decision: 'suggest', candidates: [{ ...only, reasons: [...only.reasons, 'several-lines'] }] }
}

function automaticMatch(decision: MatchDecision | undefined): MatchCandidate | null {
  const [only] = decision?.decision === 'auto' ? decision.candidates : []
  return only ?? null
}
