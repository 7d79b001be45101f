import { foldName } from '../../base/fold-name.ts'
import { RETURN_WORDS } from './bank-words.ts'
import { decide, decideOut } from './decide.ts'
import { type FoldedLine, foldLine } from './folded-line.ts'
import { type IndexedItem, ItemIndex } from './item-index.ts'
import { LineEvidence } from './line-evidence.ts'
import type { LineToMatch, MatchDecision, MatchReason, MatchSettings } from './match-types.ts'
import { directionOf, OPEN_ITEM_KINDS, type OpenItem, type OpenItemKind } from './open-item.ts'
import { type FoldedPattern, foldPattern, judgeTail, namePieces, type RemarkTail } from './read-remark.ts'
import { type ReasonSet, reasonSet } from './reason-set.ts'

const NONE: MatchDecision = { decision: 'none', candidates: [] }
/** A shorter name without its legal form may stand for too many companies. */
const MIN_SHORT_NAME = 4

export type Matcher = (line: LineToMatch) => MatchDecision

type Direction = LineToMatch['direction']

/** Open items by the way their money goes. */
export type IndexedItems = Readonly<Record<Direction, ItemIndex>>

export function indexItems(items: readonly OpenItem[]): IndexedItems {
  const going = (direction: Direction) =>
    new ItemIndex(items.filter((item) => directionOf(item) === direction))
  return { in: going('in'), out: going('out') }
}

/**
 * Prepares open items for matching many lines. A line settles an item by itself only where direction, amount and name
 * agree exactly after folding, the remark says so, nothing contradicts and nothing else fits; the rest are suggestions
 * with their reasons. What we paid ourselves needs no remark. Pure: equal input, equal answer, whatever the order of
 * lines.
 */
export function createMatcher(items: readonly OpenItem[], settings: MatchSettings): Matcher {
  return matcherOver(indexItems(items), settings)
}

/** As `createMatcher`, over items that stand as the index has them when a line is matched. */
export function matcherOver(items: IndexedItems, settings: MatchSettings): Matcher {
  const ways: Readonly<Record<Direction, Way>> = {
    in: wayOver(items.in, settings, decide),
    out: wayOver(items.out, withoutPaidAs(settings), decideOut),
  }
  return (line) => matchLine(line, ways[line.direction])
}

/** Of money that we paid: what people write when they pay an item says nothing against it. */
function withoutPaidAs(settings: MatchSettings): MatchSettings {
  const own: readonly string[] = Object.values(OPEN_ITEM_KINDS).flatMap(({ paidAs }) => paidAs)
  const without = (words: readonly string[]) => words.filter((word) => !own.includes(word))
  return {
    ...settings,
    bankWords: without([...settings.bankWords, ...RETURN_WORDS]),
    otherPurposes: without(settings.otherPurposes),
  }
}

/** Settings folded once for many lines; a word that is nothing when it is folded would be found everywhere. */
function foldWording({ pattern, bankWords, otherPurposes, unlikePerMille }: MatchSettings): Wording {
  const fold = (words: readonly string[]) => words.map(foldName).filter((word) => word !== '')
  return {
    pattern: foldPattern(pattern),
    bankWords: fold(bankWords),
    otherPurposes: fold(otherPurposes),
    unlikePerMille,
  }
}

interface Wording extends Omit<MatchSettings, 'pattern'> {
  readonly pattern: FoldedPattern
}

/** How money of one direction is matched. */
interface Way {
  readonly index: ItemIndex
  readonly wording: Wording
  readonly decide: (evidence: LineEvidence, line: FoldedLine) => MatchDecision
  /** Of the line in hand. */
  readonly evidence: LineEvidence
}

function wayOver(index: ItemIndex, settings: MatchSettings, decideWay: Way['decide']): Way {
  const evidence = new LineEvidence(index.size)
  return { index, wording: foldWording(settings), decide: decideWay, evidence }
}

/** The pieces of the remark that could be a name; found when they are asked for. */
type Pieces = () => readonly string[]

function matchLine(line: LineToMatch, { index, wording, decide: decideWay, evidence }: Way): MatchDecision {
  if (line.isReversal || line.amount <= 0) return NONE
  const folded = foldLine(line)
  if (isBanksOwn(folded, wording)) return NONE
  const payer = folded.payer.name
  evidence.clear()
  const paying = payer === '' ? [] : index.named(payer)
  evidence.note(paying, 'payer-equal')
  evidence.note(index.paidFrom(folded.payerAccount), 'account-known')
  if (payer !== '' && paying.length === 0) {
    evidence.note(index.like(payer, wording.unlikePerMille), 'payer-similar')
    // A branch office, or a longer name.
    evidence.note(index.namedIn(payer), 'payer-similar')
  }
  let known: readonly string[] | null = null
  const pieces = () => {
    known ??= namePieces(folded.remark.text, wording.pattern)
    return known
  }
  noteRemark(folded, paying, pieces, index, wording, evidence)
  if (evidence.found.length === 0) return NONE

  noteAmounts(folded.amount, evidence)
  noteDoubts(folded, pieces, evidence, wording)
  return decideWay(evidence, folded)
}

/** Interest, charges, returns and reversals are the bank's own words, in the summary or where the remark begins. */
function isBanksOwn({ summary, remark }: FoldedLine, { bankWords }: Wording): boolean {
  return bankWords.some((word) => summary.includes(word) || remark.name.startsWith(word))
}

const REMARK_REASON: Readonly<Record<RemarkTail, MatchReason>> = {
  'as-asked': 'remark-as-asked',
  agrees: 'remark-agrees',
  truncated: 'remark-truncated',
  otherwise: 'remark-names',
}

function noteRemark(
  { payer, remark }: FoldedLine,
  paying: readonly IndexedItem[],
  pieces: Pieces,
  index: ItemIndex,
  { pattern }: Wording,
  evidence: LineEvidence,
): void {
  const tight = remark.name
  const named = namedBesidesPattern(tight, index, pattern)
  const [only] = named
  if (only !== undefined) {
    const isOneName = named.every(({ folded }) => folded === only.folded)
    const at = tight.indexOf(only.folded)
    const after = tight.slice(at + only.folded.length).replaceAll(only.folded, '')
    const tail = isOneName ? judgeTail(tight.slice(0, at), after, pattern) : 'otherwise'
    evidence.note(named, REMARK_REASON[tail])
    return
  }
  const short = paying[0]?.short ?? ''
  if (short.length >= MIN_SHORT_NAME && tight.startsWith(short)) {
    const tail = judgeTail('', tight.slice(short.length), pattern)
    if (tail === 'as-asked' || tail === 'agrees') {
      evidence.note(index.shortNamed(short), 'remark-short-name')
      return
    }
  }
  for (const piece of pieces()) {
    // Parts of the payer's own name are no hint at somebody else who shares them.
    const isPayers = payer.name.includes(piece)
    const meant = isPayers ? paying : index.shortNamed(piece)
    evidence.note(meant.length > 0 || isPayers ? meant : index.holding(piece), 'remark-hints')
  }
}

/** Whoever the remark names; a counterparty named like a part of the pattern only where nobody else is. */
function namedBesidesPattern(
  tight: string,
  index: ItemIndex,
  { fixedPart }: FoldedPattern,
): readonly IndexedItem[] {
  const named = index.namedIn(tight)
  const others = named.filter(({ folded }) => !fixedPart.includes(folded))
  return others.length > 0 ? others : named
}

const NAMED_TOGETHER = [reasonSet('remark-names'), reasonSet('payer-equal')]
const ALREADY_SETTLED = reasonSet('already-settled')
const AMOUNT_EQUAL = reasonSet('amount-equal')
const AMOUNT_OF_SEVERAL = reasonSet('amount-of-several')
const AMOUNT_SHORT = reasonSet('amount-short')
const AMOUNT_OVER = reasonSet('amount-over')

/** Compares the amount with each item, and with all that the payer or the remark names together. */
function noteAmounts(amount: number, evidence: LineEvidence): void {
  const joint = NAMED_TOGETHER.flatMap((named) => fitTogether(amount, evidence, named))
  for (const indexed of evidence.found) {
    const { due } = indexed.item
    if (due === 0) evidence.add(indexed, ALREADY_SETTLED)
    else if (amount === due) evidence.add(indexed, AMOUNT_EQUAL)
    else if (joint.some(({ named, kind }) => isOf(indexed, evidence, named, kind)))
      evidence.add(indexed, AMOUNT_OF_SEVERAL)
    else evidence.add(indexed, amount < due ? AMOUNT_SHORT : AMOUNT_OVER)
  }
}

/** Items that something speaks of in one way: of a kind, or null for all. */
interface Together {
  readonly named: ReasonSet
  readonly kind: OpenItemKind | null
}

/** Those of which several are due exactly the amount together: all, or else those of one kind beside others. */
function fitTogether(amount: number, evidence: LineEvidence, named: ReasonSet): Together[] {
  const all = { named, kind: null }
  if (isSumOf(amount, evidence, all)) return [all]
  const kinds = new Set(evidence.found.map(({ item }) => item.kind))
  if (kinds.size < 2) return []
  return [...kinds].map((kind) => ({ named, kind })).filter((each) => isSumOf(amount, evidence, each))
}

function isSumOf(amount: number, evidence: LineEvidence, { named, kind }: Together): boolean {
  let [count, sum] = [0, 0]
  for (const indexed of evidence.found) {
    if (!isOf(indexed, evidence, named, kind)) continue
    count += 1
    sum += indexed.item.due
  }
  return count > 1 && sum === amount
}

function isOf(
  indexed: IndexedItem,
  evidence: LineEvidence,
  named: ReasonSet,
  kind: OpenItemKind | null,
): boolean {
  return (evidence.of(indexed) & named) !== 0 && (kind === null || indexed.item.kind === kind)
}

const PAYER_EQUAL = reasonSet('payer-equal')
const PAYER_KNOWN = reasonSet('payer-equal', 'payer-similar')
const REMARK_SPELLS = reasonSet(
  'remark-as-asked',
  'remark-agrees',
  'remark-truncated',
  'remark-short-name',
  'remark-names',
)
const REMARK_NAMES = REMARK_SPELLS | reasonSet('remark-hints')
const PAYER_MISSING = reasonSet('payer-missing')
const THIRD_PARTY_PAYER = reasonSet('third-party-payer')
const OTHER_SCRIPT = reasonSet('other-script')
const SEVERAL_FIT = reasonSet('several-fit')

/** What is missing or speaks against taking the line without a person. */
function noteDoubts(
  { payer, remark, summary, amount, isDirectionProven }: FoldedLine,
  pieces: Pieces,
  evidence: LineEvidence,
  { otherPurposes }: Wording,
): void {
  let ofAll = isDirectionProven ? 0 : reasonSet('direction-unproven')
  if (otherPurposes.some((word) => summary.includes(word))) ofAll |= reasonSet('summary-says-otherwise')
  if (payer.written === '') ofAll |= PAYER_MISSING
  if (remark.written === '') ofAll |= reasonSet('remark-empty')
  let ofUnnamed: number | null = remark.written === '' ? 0 : null
  for (const indexed of evidence.found) {
    let reasons = evidence.of(indexed) | ofAll
    if (payer.written !== '' && (reasons & PAYER_KNOWN) === 0) reasons |= THIRD_PARTY_PAYER
    if ((reasons & REMARK_NAMES) === 0) {
      ofUnnamed ??= reasonSet(pieces().length === 0 ? 'remark-without-name' : 'remark-says-otherwise')
      reasons |= ofUnnamed
    }
    const isOtherPayer = (reasons & PAYER_EQUAL) !== 0 && payer.written !== indexed.written
    const isMisspelt = (reasons & REMARK_SPELLS) !== 0 && !remark.written.includes(indexed.writtenShort)
    if (isOtherPayer || isMisspelt) reasons |= OTHER_SCRIPT
    if (fitsNamesakes(indexed, amount)) reasons |= SEVERAL_FIT
    evidence.add(indexed, reasons)
  }
}

/** Whether several items of one name have the amount. */
function fitsNamesakes({ namesakes }: IndexedItem, amount: number): boolean {
  let fitting = 0
  for (const { item } of namesakes) if (item.due === amount) fitting += 1
  return fitting > 1
}
