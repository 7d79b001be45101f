import { foldNameAsWritten } from './fold-name.ts'
import type { IndexedItem } from './item-index.ts'
import type { LineToMatch, MatchCandidate, MatchDecision, MatchReason } from './match-types.ts'
import { itemKey } from './open-item.ts'

export type Evidence = ReadonlyMap<IndexedItem, ReadonlySet<MatchReason>>

/** How many candidates a person is shown at the most. */
const CANDIDATES_LIMIT = 10

const WEIGHT: Readonly<Record<MatchReason, number>> = {
  'payer-equal': 50,
  'account-known': 35,
  'remark-as-asked': 40,
  'remark-agrees': 38,
  'remark-truncated': 34,
  'remark-names': 34,
  'remark-short-name': 30,
  'payer-similar': 15,
  'remark-hints': 12,
  'amount-equal': 20,
  'amount-of-several': 10,
  'other-script': 0,
  'payer-missing': 0,
  'third-party-payer': 0,
  'remark-empty': 0,
  'remark-without-name': 0,
  'amount-short': 0,
  'amount-over': 0,
  'several-fit': 0,
  'several-lines': 0,
  'direction-unproven': 0,
  'remark-says-otherwise': -10,
  'summary-says-otherwise': -10,
  'already-settled': -10,
}
/** Reasons of which any one asks for a person. */
const NEEDS_PERSON: readonly MatchReason[] = [
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
]
const REMARK_AGREES: readonly MatchReason[] = [
  'remark-as-asked',
  'remark-agrees',
  'remark-truncated',
  'remark-short-name',
]
/** Of what we wrote ourselves when paying, nothing is asked. */
const NOT_ASKED_OUT: readonly MatchReason[] = ['remark-empty', 'remark-without-name', 'remark-says-otherwise']
/** Somebody the line speaks of by name, or from whose account it came. */
const SPOKEN_OF: readonly MatchReason[] = ['payer-equal', 'account-known', 'remark-names', ...REMARK_AGREES]

/** Ranks what speaks for each item; automatic where one is certain and the line speaks of nobody else. */
export function decide(evidence: Evidence): MatchDecision {
  const ranked = [...evidence]
    .map(([indexed, reasons]) => ({ indexed, reasons, score: scoreOf(reasons) }))
    .sort((a, b) => b.score - a.score || a.indexed.at - b.indexed.at)
  const candidates: MatchCandidate[] = ranked
    .slice(0, CANDIDATES_LIMIT)
    .map(({ indexed: { item }, reasons }) => ({ kind: item.kind, id: item.id, reasons: [...reasons] }))
  const [first, ...others] = ranked
  const isAutomatic =
    first !== undefined && isCertain(first.reasons) && !others.some(({ reasons }) => has(reasons, SPOKEN_OF))
  return isAutomatic
    ? { decision: 'auto', candidates: candidates.slice(0, 1) }
    : { decision: 'suggest', candidates }
}

/** As `decide`, of money that we paid ourselves: of the remark nothing is asked, payee and amount are all there is. */
export function decideOut(evidence: Evidence, line: LineToMatch): MatchDecision {
  const { candidates } = decide(evidence)
  const [only] = candidates
  const payee = foldNameAsWritten(line.payer)
  const isCertain =
    only !== undefined &&
    candidates.length === 1 &&
    line.isDirectionProven &&
    only.reasons.includes('amount-equal') &&
    [...evidence.keys()].some(({ item, written }) => itemKey(item) === itemKey(only) && written === payee) &&
    !only.reasons.includes('several-fit') &&
    !only.reasons.includes('summary-says-otherwise')
  return {
    decision: isCertain ? 'auto' : 'suggest',
    candidates: candidates.map(({ reasons, ...item }) => ({
      ...item,
      reasons: reasons.filter((reason) => !NOT_ASKED_OUT.includes(reason)),
    })),
  }
}

/** Key of the item that a line settles by itself, or would if its direction were proven; null where it settles none. */
export function settles({ decision, candidates }: MatchDecision): string | null {
  const [best] = candidates
  if (best === undefined) return null
  if (decision === 'auto') return itemKey(best)
  const reasons = best.reasons.filter((reason) => reason !== 'direction-unproven')
  return isCertain(new Set(reasons)) ? itemKey(best) : null
}

/** Without a payer the remark is all there is: it must be exactly what the marketplace asks for. */
function isCertain(reasons: ReadonlySet<MatchReason>): boolean {
  const nameAgrees = reasons.has('payer-missing')
    ? reasons.has('remark-as-asked')
    : reasons.has('payer-equal') && has(reasons, REMARK_AGREES)
  return nameAgrees && reasons.has('amount-equal') && !has(reasons, NEEDS_PERSON)
}

function has(reasons: ReadonlySet<MatchReason>, any: readonly MatchReason[]): boolean {
  return any.some((reason) => reasons.has(reason))
}

function scoreOf(reasons: ReadonlySet<MatchReason>): number {
  return [...reasons].reduce((sum, reason) => sum + WEIGHT[reason], 0)
}
