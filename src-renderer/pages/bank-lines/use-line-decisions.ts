import { useState } from 'react'
import { useGive } from '#renderer/review/use-give.ts'
import { useKeptText } from '#renderer/review/use-kept-text.ts'
import type { Candidate, DepositCandidate, LineCase } from '#shared/contracts/console-engine/bank-lines.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import type { MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import { candidateKey, targetKey, wholePart } from './candidate-parts.ts'
import type { CaseProps } from './case-props.ts'
import { depositRow, parseRows, rowOfPart, type SplitRow } from './split-rows.ts'

/** The form that is open at the foot of a line. */
export type LineForm = 'split' | 'other' | 'return' | 'undo'

interface Deciding extends Pick<CaseProps, 'nextOpenId' | 'onShow'> {
  readonly opened: LineCase
  readonly title: string
}

/** Everything that can be decided about a line, and what would be decided now. Use it under a `key` of the line's id. */
export function useLineDecisions({ opened, title, nextOpenId, onShow }: Deciding) {
  const { line, seenDigest, proposal } = opened
  const { give, deciding, redecide } = useGive({ id: line.id, title, version: line.version, seenDigest })
  const [form, setForm] = useState<LineForm | null>(null)
  const [found, setFound] = useState<readonly DepositCandidate[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const kept = useKeptText(line.id)

  const ranked = new Set(opened.candidates.map(candidateKey))
  const candidates: readonly Candidate[] = [
    ...opened.candidates,
    ...found.filter((candidate) => !ranked.has(candidateKey(candidate))),
  ]
  const picked = candidates.find((candidate) => candidateKey(candidate) === chosen)
  const plan = picked === undefined ? proposal : [wholePart(picked, line.amount)]

  /** Gives it and goes on to the next open line. */
  const match = async (parts: MatchPart[], note = '') => {
    const next = nextOpenId()
    if (!(await give('deposit.match', { parts, note }))) return
    if (kept.content !== null && kept.content !== '') kept.keep('')
    setForm(null)
    onShow(next)
  }
  const unmatch = async (reason: string) => {
    if (await give('deposit.unmatch', { reason })) setForm(null)
  }
  const writeRows = (rows: readonly SplitRow[]) => kept.keep(JSON.stringify(rows))
  return {
    deciding,
    form,
    toggle: (wanted: LineForm) => setForm(form === wanted ? null : wanted),
    close: () => setForm(null),
    candidates,
    /** What accepting would do now; null while nothing is chosen. */
    plan,
    chosen: new Map((plan ?? []).map(({ target, amount }) => [targetKey(target), amount])),
    choose: setChosen,
    /** Adds a deposit that was searched for, and chooses it. */
    pick: (candidate: DepositCandidate) => {
      setFound((before) => [
        ...before.filter((each) => each.obligationId !== candidate.obligationId),
        candidate,
      ])
      setChosen(candidateKey(candidate))
    },
    /** Of the split, as they were left; null until that is known. */
    rows: kept.known ? (parseRows(kept.content) ?? firstRows(plan, candidates, line.amount)) : null,
    writeRows,
    match: (parts: readonly MatchPart[], note?: string) => void match([...parts], note),
    unmatch: (reason: string) => void unmatch(reason),
    /** Takes up a decision that came back. */
    again: (returned: ReturnedDecision) => {
      redecide(returned)
      if (returned.type === 'deposit.unmatch') return setForm('undo')
      const given = COMMAND_ARGUMENTS['deposit.match'].safeParse(returned.arguments)
      if (!given.success) return
      const { parts } = given.data
      if (parts.some(({ target }) => target.kind === 'return')) return setForm('return')
      writeRows(parts.map((part) => rowOfPart(part, depositsOf(candidates))))
      setForm('split')
    },
  }
}
export type LineDecisions = ReturnType<typeof useLineDecisions>

/** What a split starts from: what would be accepted, each deposit with no more than it is owed. */
function firstRows(
  plan: readonly MatchPart[] | null,
  candidates: readonly Candidate[],
  amount: number,
): readonly SplitRow[] {
  const deposits = depositsOf(candidates)
  if (plan !== null && plan.length > 1) return plan.map((part) => rowOfPart(part, deposits))
  const named = plan?.[0] === undefined ? null : targetKey(plan[0].target)
  const first = deposits.find((candidate) => named === null || candidateKey(candidate) === named)
  return first === undefined ? [] : [depositRow(first, amount)]
}

function depositsOf(candidates: readonly Candidate[]): readonly DepositCandidate[] {
  return candidates.flatMap((candidate) =>
    candidate.kind === 'deposit' || candidate.kind === 'refund' ? [candidate] : [],
  )
}
