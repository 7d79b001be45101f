import { RETURN_WORDS } from './bank-words.ts'
import { decide, decideOut, type Evidence } from './decide.ts'
import { foldName, foldNameAsWritten, foldText, withoutLegalForm } from './fold-name.ts'
import { type IndexedItem, ItemIndex } from './item-index.ts'
import type { LineToMatch, MatchDecision, MatchReason, MatchSettings } from './match-types.ts'
import { directionOf, OPEN_ITEM_KINDS, type OpenItem } from './open-item.ts'
import { judgeTail, namePieces } from './read-remark.ts'

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
    in: { index: items.in, settings: withFoldedWords(settings), decide },
    out: { index: items.out, settings: withFoldedWords(wordsOfPayer(settings)), decide: decideOut },
  }
  return (line) => matchLine(line, ways[line.direction])
}

/** Of money that we paid: what people write when they pay an item says nothing against it. */
function wordsOfPayer(settings: MatchSettings): MatchSettings {
  const own: readonly string[] = Object.values(OPEN_ITEM_KINDS).flatMap(({ paidAs }) => paidAs)
  const without = (words: readonly string[]) => words.filter((word) => !own.includes(word))
  return {
    ...settings,
    bankWords: without([...settings.bankWords, ...RETURN_WORDS]),
    otherPurposes: without(settings.otherPurposes),
  }
}

/** Words folded once for many lines; one that is nothing when it is folded would be found everywhere. */
function withFoldedWords(settings: MatchSettings): MatchSettings {
  const fold = (words: readonly string[]) => words.map(foldName).filter((word) => word !== '')
  return { ...settings, bankWords: fold(settings.bankWords), otherPurposes: fold(settings.otherPurposes) }
}

/** How money of one direction is matched. */
interface Way {
  readonly index: ItemIndex
  readonly settings: MatchSettings
  readonly decide: (evidence: Evidence, line: LineToMatch) => MatchDecision
}

/** Writes down what speaks for an item. */
type Note = (found: readonly IndexedItem[], reason: MatchReason) => void

function matchLine(line: LineToMatch, { index, settings, decide: decideWay }: Way): MatchDecision {
  const isPayment = !line.isReversal && line.amount > 0
  if (!isPayment || isBanksOwn(line, settings)) return NONE
  const payer = foldName(line.payer)
  const evidence = new Map<IndexedItem, Set<MatchReason>>()
  const note: Note = (found, reason) => {
    for (const indexed of found) evidence.set(indexed, (evidence.get(indexed) ?? new Set()).add(reason))
  }

  const paying = payer === '' ? [] : index.named(payer)
  note(paying, 'payer-equal')
  note(index.paidFrom(line.payerAccount), 'account-known')
  if (payer !== '' && paying.length === 0) {
    note(index.like(payer, settings.unlikePerMille), 'payer-similar')
    // A branch office, or a longer name.
    note(index.namedIn(payer), 'payer-similar')
  }
  noteRemark(line, paying, index, settings, note)
  if (evidence.size === 0) return NONE

  noteAmounts(line.amount, evidence)
  noteDoubts(line, evidence, index, settings)
  return decideWay(evidence, line)
}

/** Interest, charges, returns and reversals are the bank's own words, in the summary or where the remark begins. */
function isBanksOwn(line: LineToMatch, { bankWords }: MatchSettings): boolean {
  const summary = foldName(line.summary)
  const remark = foldName(line.remark)
  return bankWords.some((word) => summary.includes(word) || remark.startsWith(word))
}

function noteRemark(
  line: LineToMatch,
  paying: readonly IndexedItem[],
  index: ItemIndex,
  { pattern }: MatchSettings,
  note: Note,
): void {
  const remark = foldText(line.remark)
  const tight = foldName(line.remark)
  const named = namedBesidesPattern(tight, index, pattern.fixedPart)
  const [only] = named
  if (only !== undefined) {
    const isOneName = named.every(({ folded }) => folded === only.folded)
    const at = tight.indexOf(only.folded)
    const after = tight.slice(at + only.folded.length).replaceAll(only.folded, '')
    const tail = isOneName ? judgeTail(tight.slice(0, at), after, pattern) : 'otherwise'
    note(named, tail === 'otherwise' ? 'remark-names' : `remark-${tail}`)
    return
  }
  const short = paying[0]?.short ?? ''
  if (short.length >= MIN_SHORT_NAME && tight.startsWith(short)) {
    const tail = judgeTail('', tight.slice(short.length), pattern)
    if (tail === 'as-asked' || tail === 'agrees') {
      note(index.shortNamed(short), 'remark-short-name')
      return
    }
  }
  const payer = foldName(line.payer)
  for (const piece of namePieces(remark, pattern)) {
    // Parts of the payer's own name are no hint at somebody else who shares them.
    const isPayers = payer.includes(piece)
    const meant = isPayers ? paying : index.shortNamed(piece)
    note(meant.length > 0 || isPayers ? meant : index.holding(piece), 'remark-hints')
  }
}

/** Whoever the remark names; a counterparty named like a part of the pattern only where nobody else is. */
function namedBesidesPattern(tight: string, index: ItemIndex, fixedPart: string): readonly IndexedItem[] {
  const named = index.namedIn(tight)
  const fixed = foldName(fixedPart)
  const others = named.filter(({ folded }) => !fixed.includes(folded))
  return others.length > 0 ? others : named
}

/** Compares the amount with each item, and with all that the payer or the remark names together. */
function noteAmounts(amount: number, evidence: ReadonlyMap<IndexedItem, Set<MatchReason>>): void {
  const fitsTogether = (named: MatchReason): boolean => {
    const group = [...evidence].filter(([, reasons]) => reasons.has(named))
    return group.length > 1 && group.reduce((sum, [indexed]) => sum + indexed.item.due, 0) === amount
  }
  const joint = (['remark-names', 'payer-equal'] as const).filter(fitsTogether)
  for (const [indexed, reasons] of evidence) {
    const { due } = indexed.item
    if (due === 0) reasons.add('already-settled')
    else if (amount === due) reasons.add('amount-equal')
    else if (joint.some((reason) => reasons.has(reason))) reasons.add('amount-of-several')
    else reasons.add(amount < due ? 'amount-short' : 'amount-over')
  }
}

/** What is missing or speaks against taking the line without a person. */
function noteDoubts(
  line: LineToMatch,
  evidence: ReadonlyMap<IndexedItem, Set<MatchReason>>,
  index: ItemIndex,
  settings: MatchSettings,
): void {
  const payer = foldNameAsWritten(line.payer)
  const remark = foldNameAsWritten(line.remark)
  const summary = foldName(line.summary)
  const isOther = settings.otherPurposes.some((word) => summary.includes(word))
  const saysNothing = namePieces(foldText(line.remark), settings.pattern).length === 0
  for (const [indexed, reasons] of evidence) {
    if (payer === '') reasons.add('payer-missing')
    else if (!reasons.has('payer-equal') && !reasons.has('payer-similar')) reasons.add('third-party-payer')
    const isNamed = [...reasons].some((reason) => reason.startsWith('remark-'))
    if (remark === '') reasons.add('remark-empty')
    else if (!isNamed) reasons.add(saysNothing ? 'remark-without-name' : 'remark-says-otherwise')
    if (isOther) reasons.add('summary-says-otherwise')
    if (!line.isDirectionProven) reasons.add('direction-unproven')
    const isSpelt = remark.includes(withoutLegalForm(indexed.written))
    const isOtherPayer = reasons.has('payer-equal') && payer !== indexed.written
    if (isOtherPayer || (isNamed && !reasons.has('remark-hints') && !isSpelt)) reasons.add('other-script')
    const twins = index.named(indexed.folded).filter(({ item }) => item.due === line.amount)
    if (twins.length > 1) reasons.add('several-fit')
  }
}
