import { RETURN_WORDS } from './bank-words.ts'
import { decide, decideOut, type Evidence } from './decide.ts'
import { foldName } from './fold-name.ts'
import { type FoldedLine, foldLine } from './folded-line.ts'
import { type IndexedItem, ItemIndex } from './item-index.ts'
import type { LineToMatch, MatchDecision, MatchReason, MatchSettings } from './match-types.ts'
import { directionOf, OPEN_ITEM_KINDS, type OpenItem } from './open-item.ts'
import { type FoldedPattern, foldPattern, judgeTail, namePieces, type RemarkTail } from './read-remark.ts'
import { reasonSet } from './reason-set.ts'

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
    in: { index: items.in, wording: foldWording(settings), decide },
    out: { index: items.out, wording: foldWording(withoutPaidAs(settings)), decide: decideOut },
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
  readonly decide: (evidence: readonly Evidence[], line: FoldedLine) => MatchDecision
}

/** What speaks for the items of one line. */
class LineEvidence {
  readonly found: Evidence[] = []
  #byItem: Map<IndexedItem, Evidence> | null = null

  note(items: readonly IndexedItem[], reason: MatchReason): void {
    if (items.length === 0) return
    const reasons = reasonSet(reason)
    this.#byItem ??= new Map()
    for (const indexed of items) {
      const known = this.#byItem.get(indexed)
      if (known !== undefined) known.reasons |= reasons
      else {
        const evidence = { indexed, reasons }
        this.#byItem.set(indexed, evidence)
        this.found.push(evidence)
      }
    }
  }
}

function matchLine(line: LineToMatch, { index, wording, decide: decideWay }: Way): MatchDecision {
  if (line.isReversal || line.amount <= 0) return NONE
  const folded = foldLine(line)
  if (isBanksOwn(folded, wording)) return NONE
  const payer = folded.payer.name
  const evidence = new LineEvidence()
  const paying = payer === '' ? [] : index.named(payer)
  evidence.note(paying, 'payer-equal')
  evidence.note(index.paidFrom(folded.payerAccount), 'account-known')
  if (payer !== '' && paying.length === 0) {
    evidence.note(index.like(payer, wording.unlikePerMille), 'payer-similar')
    // A branch office, or a longer name.
    evidence.note(index.namedIn(payer), 'payer-similar')
  }
  noteRemark(folded, paying, index, wording, evidence)
  const { found } = evidence
  if (found.length === 0) return NONE

  noteAmounts(folded.amount, found)
  noteDoubts(folded, found, wording)
  return decideWay(found, folded)
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
  for (const piece of namePieces(remark.text, pattern)) {
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
function noteAmounts(amount: number, found: readonly Evidence[]): void {
  const fitsTogether = (named: number): boolean => {
    const group = found.filter(({ reasons }) => (reasons & named) !== 0)
    return group.length > 1 && group.reduce((sum, { indexed }) => sum + indexed.item.due, 0) === amount
  }
  const joint = NAMED_TOGETHER.filter(fitsTogether)
  for (const evidence of found) {
    const { due } = evidence.indexed.item
    if (due === 0) evidence.reasons |= ALREADY_SETTLED
    else if (amount === due) evidence.reasons |= AMOUNT_EQUAL
    else if (joint.some((named) => (evidence.reasons & named) !== 0)) evidence.reasons |= AMOUNT_OF_SEVERAL
    else evidence.reasons |= amount < due ? AMOUNT_SHORT : AMOUNT_OVER
  }
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
  found: readonly Evidence[],
  { otherPurposes, pattern }: Wording,
): void {
  let ofAll = isDirectionProven ? 0 : reasonSet('direction-unproven')
  if (otherPurposes.some((word) => summary.includes(word))) ofAll |= reasonSet('summary-says-otherwise')
  if (payer.written === '') ofAll |= PAYER_MISSING
  if (remark.written === '') ofAll |= reasonSet('remark-empty')
  let ofUnnamed: number | null = remark.written === '' ? 0 : null
  for (const evidence of found) {
    const { indexed } = evidence
    let reasons = evidence.reasons | ofAll
    if (payer.written !== '' && (reasons & PAYER_KNOWN) === 0) reasons |= THIRD_PARTY_PAYER
    if ((reasons & REMARK_NAMES) === 0) {
      ofUnnamed ??= reasonSet(
        namePieces(remark.text, pattern).length === 0 ? 'remark-without-name' : 'remark-says-otherwise',
      )
      reasons |= ofUnnamed
    }
    const isOtherPayer = (reasons & PAYER_EQUAL) !== 0 && payer.written !== indexed.written
    const isMisspelt = (reasons & REMARK_SPELLS) !== 0 && !remark.written.includes(indexed.writtenShort)
    if (isOtherPayer || isMisspelt) reasons |= OTHER_SCRIPT
    if (fitsNamesakes(indexed, amount)) reasons |= SEVERAL_FIT
    evidence.reasons = reasons
  }
}

/** Whether several items of one name have the amount. */
function fitsNamesakes({ namesakes }: IndexedItem, amount: number): boolean {
  return namesakes.length > 1 && namesakes.filter(({ item }) => item.due === amount).length > 1
}
