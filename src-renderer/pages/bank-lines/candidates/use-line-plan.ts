import { useState } from 'react'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type {
  Candidate,
  DepositCandidate,
  LineCase,
  PayoutCandidate,
} from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import { candidateKey, targetKey, wholePart } from './candidate-parts.ts'

/** What a line may be, and what accepting would do now. */
export interface LinePlan {
  readonly candidates: readonly Candidate[]
  readonly deposits: readonly DepositCandidate[]
  /** The parts that would be accepted; null while nothing is chosen. */
  readonly parts: readonly MatchPart[] | null
  /** Names of what would be accepted, with what each would get; fen. */
  readonly chosen: ReadonlyMap<string, Fen>
  readonly choose: (key: string) => void
  /** Adds a deposit or payout that was searched for, and chooses it. */
  readonly pick: (candidate: DepositCandidate | PayoutCandidate) => void
}

/** What the form of each way of matching is given. */
export interface MatchFormProps {
  readonly line: BankLine
  readonly plan: LinePlan
  readonly forms: CaseForms
}

/** The candidates of a line with those that were searched for. Use it under a `key` of the line's id. */
export function useLinePlan({ line, proposal, ...opened }: LineCase): LinePlan {
  const [found, setFound] = useState<readonly (DepositCandidate | PayoutCandidate)[]>([])
  const [key, choose] = useState<string | null>(null)
  const ranked = new Set(opened.candidates.map(candidateKey))
  const candidates: readonly Candidate[] = [
    ...opened.candidates,
    ...found.filter((candidate) => !ranked.has(candidateKey(candidate))),
  ]
  const picked = candidates.find((candidate) => candidateKey(candidate) === key)
  const parts = picked === undefined ? proposal : [wholePart(picked, line.amount)]
  return {
    candidates,
    deposits: candidates.flatMap((candidate) =>
      candidate.kind === 'deposit' || candidate.kind === 'refund' ? [candidate] : [],
    ),
    parts,
    chosen: new Map((parts ?? []).map(({ target, amount }) => [targetKey(target), amount])),
    choose,
    pick: (candidate) => {
      const named = candidateKey(candidate)
      setFound((before) => [...before.filter((each) => candidateKey(each) !== named), candidate])
      choose(named)
    },
  }
}
