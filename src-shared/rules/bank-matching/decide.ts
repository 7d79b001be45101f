import type { FoldedLine } from './folded-line.ts'
import type { IndexedItem } from './item-index.ts'
import type { LineEvidence } from './line-evidence.ts'
import type { MatchCandidate, MatchDecision, MatchReason } from './match-types.ts'
import { itemKey } from './open-item.ts'
import { type ReasonSet, reasonSet, reasonsOf, weightOf } from './reason-set.ts'

/** What speaks for one item. */
interface Ranked {
  readonly indexed: IndexedItem
  readonly reasons: ReasonSet
  readonly weight: number
}

/** How many candidates a person is shown at the most. */
const CANDIDATES_LIMIT = 10

const PAYER_EQUAL = reasonSet('payer-equal')
const PAYER_MISSING = reasonSet('payer-missing')
const AS_ASKED = reasonSet('remark-as-asked')
const AMOUNT_EQUAL = reasonSet('amount-equal')
const DIRECTION_UNPROVEN = reasonSet('direction-unproven')
/** Reasons of which any one asks for a person. */
const NEEDS_PERSON = reasonSet(
  'payer-similar',
  'other-script',
  'third-party-payer',
  'remark-names',
  'remark-hints',
  'remark-empty',
  'remark-without-name',
  'remark-says-otherwise',
  'summary-says-otherwise',
  'amount-short',
  'amount-over',
  'amount-of-several',
  'already-settled',
  'several-fit',
  'several-lines',
  'direction-unproven',
)
const REMARK_AGREES = reasonSet('remark-as-asked', 'remark-agrees', 'remark-truncated', 'remark-short-name')
/** Somebody the line speaks of by name, or from whose account it came. */
const SPOKEN_OF = REMARK_AGREES | reasonSet('payer-equal', 'account-known', 'remark-names')
/** Of what we wrote ourselves when paying, nothing is asked. */
const NOT_ASKED_OUT: readonly MatchReason[] = ['remark-empty', 'remark-without-name', 'remark-says-otherwise']
/** Reasons against one that we paid. */
const SPEAKS_AGAINST_OUT = reasonSet('several-fit', 'summary-says-otherwise', 'direction-unproven')

/** Ranks what speaks for each item; automatic where one is certain and the line speaks of nobody else. */
export function decide(evidence: LineEvidence): MatchDecision {
  const ranked = best(evidence)
  const [first] = ranked
  const isAutomatic = first !== undefined && isCertain(first.reasons) && !isAnotherSpokenOf(evidence, first)
  return isAutomatic
    ? { decision: 'auto', candidates: [candidate(first)] }
    : { decision: 'suggest', candidates: ranked.map(candidate) }
}

/** As `decide`, of money that we paid ourselves: of the remark nothing is asked, payee and amount are all there is. */
export function decideOut(evidence: LineEvidence, { payer }: FoldedLine): MatchDecision {
  const { candidates } = decide(evidence)
  const [only] = candidates.length === 1 ? best(evidence) : []
  const isCertainOut =
    only !== undefined &&
    (only.reasons & AMOUNT_EQUAL) !== 0 &&
    (only.reasons & SPEAKS_AGAINST_OUT) === 0 &&
    payer.written !== '' &&
    only.indexed.written === payer.written
  return {
    decision: isCertainOut ? 'auto' : 'suggest',
    candidates: candidates.map(({ reasons, ...item }) => ({
      ...item,
      reasons: reasons.filter((reason) => !NOT_ASKED_OUT.includes(reason)),
    })),
  }
}

/** Key of the item that a line settles by itself, or would if its direction were proven; null where it settles none. */
export function settles({ decision, candidates }: MatchDecision): string | null {
  const [first] = candidates
  if (first === undefined) return null
  const isSettled = decision === 'auto' || isCertain(reasonSet(...first.reasons) & ~DIRECTION_UNPROVEN)
  return isSettled ? itemKey(first) : null
}

/** The few that most speaks for, the best first, among equals as they were given. */
function best(evidence: LineEvidence): Ranked[] {
  const ranked: Ranked[] = []
  for (const indexed of evidence.found) {
    const reasons = evidence.of(indexed)
    const weight = weightOf(reasons)
    let at = ranked.length
    for (let before = ranked[at - 1]; before !== undefined; before = ranked[at - 1]) {
      const isBehind = weight < before.weight || (weight === before.weight && indexed.at > before.indexed.at)
      if (isBehind) break
      at -= 1
    }
    if (at === CANDIDATES_LIMIT) continue
    ranked.splice(at, 0, { indexed, reasons, weight })
    if (ranked.length > CANDIDATES_LIMIT) ranked.pop()
  }
  return ranked
}

function isAnotherSpokenOf(evidence: LineEvidence, { indexed }: Ranked): boolean {
  return evidence.found.some((each) => each !== indexed && (evidence.of(each) & SPOKEN_OF) !== 0)
}

function candidate({ indexed: { item }, reasons }: Ranked): MatchCandidate {
  return { kind: item.kind, id: item.id, reasons: reasonsOf(reasons) }
}

/** Without a payer the remark is all there is: it must be exactly what the marketplace asks for. */
function isCertain(reasons: ReasonSet): boolean {
  const nameAgrees =
    (reasons & PAYER_MISSING) !== 0
      ? (reasons & AS_ASKED) !== 0
      : (reasons & PAYER_EQUAL) !== 0 && (reasons & REMARK_AGREES) !== 0
  return nameAgrees && (reasons & AMOUNT_EQUAL) !== 0 && (reasons & NEEDS_PERSON) === 0
}
