import { useRef } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { choosing } from '#renderer/shell/keys/key-meanings.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type {
  Candidate,
  DepositCandidate,
  PayoutCandidate,
} from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import shared from '../bank-lines.module.css'
import { CandidateCard } from './candidate-card.tsx'
import { candidateKey } from './candidate-parts.ts'
import classes from './cards.module.css'
import { TargetSearch } from './target-search.tsx'

interface CandidatesSectionProps {
  readonly line: BankLine
  readonly candidates: readonly Candidate[]
  /** Names of those that would be accepted now, with what each would get; fen. */
  readonly chosen: ReadonlyMap<string, Fen>
  /** Null for who may only look. */
  readonly onChoose: ((key: string) => void) | null
  readonly onPick: (candidate: DepositCandidate | PayoutCandidate) => void
}

/** What the line may be, the most certain first, with what speaks for and against; and the search for any other. */
export function CandidatesSection(props: CandidatesSectionProps) {
  const { line, candidates, chosen, onChoose, onPick } = props
  const texts = useTexts().bankLines
  const search = useRef<HTMLInputElement>(null)
  useKeys(
    onChoose === null
      ? []
      : [
          ...candidates.flatMap((candidate, index) => {
            const means = choosing(index)
            if (means === null) return []
            const run = () => onChoose(candidateKey(candidate))
            return [{ means, label: texts.actions.choose(index + 1), run, hidden: true }]
          }),
          {
            means: 'search-target' as const,
            label: texts.actions.search,
            run: () => search.current?.focus(),
          },
        ],
  )
  return (
    <CaseSection
      title={texts.candidates.title}
      aside={candidates.length === 0 ? null : texts.candidates.found(candidates.length)}
    >
      {candidates.length === 0 ? <p className={shared.note}>{texts.candidates.none}</p> : null}
      <ol className={classes.cards}>
        {candidates.map((candidate, index) => {
          const key = candidateKey(candidate)
          return (
            <CandidateCard
              key={key}
              candidate={candidate}
              amount={chosen.get(key) ?? line.amount}
              means={choosing(index)}
              chosen={chosen.has(key)}
              onChoose={onChoose === null ? null : () => onChoose(key)}
            />
          )
        })}
      </ol>
      {onChoose === null ? null : (
        <TargetSearch
          lineId={line.id}
          label={texts.candidates.search}
          onPick={onPick}
          onPickPayout={onPick}
          inputRef={search}
        />
      )}
    </CaseSection>
  )
}
