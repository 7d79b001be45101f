import { UnstyledButton } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import type { KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type {
  Candidate,
  DepositCandidate,
  PayoutCandidate,
} from '#shared/contracts/console-engine/bank-lines.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from '../bank-lines.module.css'
import classes from './cards.module.css'
import { effectOf, effectWords } from './effect.ts'
import { ReasonList } from './reason-list.tsx'

interface CandidateCardProps {
  readonly candidate: Candidate
  /** What it would get, fen. */
  readonly amount: Fen
  /** What its key means; null beyond the ninth. */
  readonly means: KeyMeaning | null
  readonly chosen: boolean
  readonly onChoose: (() => void) | null
}

/** One thing the line may be; a click anywhere on it chooses it. */
export function CandidateCard({ candidate, amount, means, chosen, onChoose }: CandidateCardProps) {
  const texts = useTexts().bankLines
  const Icon = chosen ? IconCircleCheck : IconCircleDashed
  const certain = candidate.kind !== 'other' && candidate.certain
  return (
    <li className={classes.card} data-chosen={chosen}>
      <UnstyledButton
        className={classes.choose ?? ''}
        aria-pressed={chosen}
        disabled={onChoose === null}
        onClick={() => onChoose?.()}
      >
        <Icon className={classes.mark} size={16} stroke={1.75} aria-hidden />
        <span className={classes.title}>{useTitle(candidate)}</span>
        {means === null || onChoose === null ? null : <KeyHint means={means} />}
      </UnstyledButton>
      <div className={classes.about}>
        {candidate.kind === 'deposit' || candidate.kind === 'refund' ? (
          <DepositFacts candidate={candidate} amount={amount} />
        ) : null}
        {candidate.kind === 'payout' ? <PayoutFacts candidate={candidate} amount={amount} /> : null}
        {candidate.kind === 'other' ? <span>{texts.candidates.saysSo(candidate.word)}</span> : null}
        {candidate.kind === 'return' ? (
          <span className={shared.quiet}>{candidate.line.said || candidate.line.counterpartyAccount}</span>
        ) : null}
        {certain ? <span className={classes.certain}>{texts.candidates.certain}</span> : null}
      </div>
      {candidate.kind === 'other' ? null : <ReasonList reasons={candidate.reasons} />}
    </li>
  )
}

function DepositFacts({
  candidate: { kind, category, status, due },
  amount,
}: {
  readonly candidate: DepositCandidate
  readonly amount: Fen
}) {
  const texts = useTexts().bankLines
  const say = useBilingual()
  const effect = effectOf(due, amount)
  return (
    <>
      <span>{category === null ? texts.candidates.wholeProvider : say(category)}</span>
      <DepositStatusMark status={status} />
      <span className={shared.figure}>
        {(kind === 'deposit' ? texts.candidates.due : texts.candidates.approved)(formatYuan(due))}
      </span>
      <span className={shared.effect} data-effect={effect.kind}>
        {effectWords(kind, effect, texts.effect)}
      </span>
    </>
  )
}

function PayoutFacts({
  candidate: { batch, due },
  amount,
}: {
  readonly candidate: PayoutCandidate
  readonly amount: Fen
}) {
  const texts = useTexts().bankLines
  const effect = effectOf(due, amount)
  return (
    <>
      <RecordLink kind="payoutBatch" id={batch.id}>
        {texts.candidates.inBatch(batch.number)}
      </RecordLink>
      <span className={shared.figure}>{texts.candidates.sent(formatYuan(due))}</span>
      <span className={shared.effect} data-effect={effect.kind}>
        {effectWords('payout', effect, texts.effect)}
      </span>
    </>
  )
}

function useTitle(candidate: Candidate): string {
  const texts = useTexts().bankLines
  switch (candidate.kind) {
    case 'deposit':
    case 'refund':
    case 'payout':
      return candidate.providerName
    case 'other':
      return texts.kind[candidate.what]
    case 'return':
      return [
        texts.candidates.takesBack(candidate.line.bookedOn, formatYuan(candidate.line.amount)),
        candidate.line.counterpartyName,
      ].join(' ')
  }
}
