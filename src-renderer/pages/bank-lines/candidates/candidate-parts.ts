import type { Candidate } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchPart, MatchTarget } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'

/** What a candidate stands for. */
export function targetOf(candidate: Candidate): MatchTarget {
  switch (candidate.kind) {
    case 'deposit':
    case 'refund':
      return { kind: candidate.kind, obligationId: candidate.obligationId }
    case 'payout':
      return { kind: 'payout', requestId: candidate.requestId }
    case 'return':
      return { kind: 'return', lineId: candidate.line.id }
    case 'other':
      return { kind: 'other', what: candidate.what }
  }
}

/** Names a target: two parts of one name are the same. */
export function targetKey(target: MatchTarget): string {
  switch (target.kind) {
    case 'deposit':
    case 'refund':
      return `${target.kind} ${target.obligationId}`
    case 'payout':
      return `payout ${target.requestId}`
    case 'return':
      return `return ${target.lineId}`
    case 'other':
      return `other ${target.what}`
  }
}

export function candidateKey(candidate: Candidate): string {
  return targetKey(targetOf(candidate))
}

/** The whole of a line for one candidate. */
export function wholePart(candidate: Candidate, amount: Fen): MatchPart {
  return {
    target: targetOf(candidate),
    amount,
    reasons: candidate.kind === 'other' ? [] : [...candidate.reasons],
  }
}
