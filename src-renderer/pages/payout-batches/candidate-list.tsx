import { Checkbox } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import type { BatchCandidate, BatchCandidates } from '#shared/contracts/console-engine/payout-batches.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import classes from './payout-batches.module.css'

interface CandidateListProps {
  readonly free: readonly BatchCandidate[]
  readonly ticked: readonly BatchCandidate[]
  readonly onTick: (chosen: readonly BatchCandidate[]) => void
}

/** What may go into a batch, each to be ticked, with one total 合计笔数与金额. */
export function CandidateList({ free, ticked, onTick }: CandidateListProps) {
  const texts = useTexts().payoutBatches
  const words = texts.making
  if (free.length === 0) return <p className={classes.quiet}>{words.none}</p>
  const { count, total } = controlTotals(ticked)
  const isTicked = ({ source }: BatchCandidate) => ticked.some((each) => each.source.id === source.id)
  return (
    <>
      <Checkbox
        label={words.all(free.length)}
        checked={count === free.length}
        indeterminate={count > 0 && count < free.length}
        onChange={({ currentTarget: { checked } }) => onTick(checked ? free : [])}
      />
      <ul className={classes.list}>
        {free.map((candidate) => (
          <li key={candidate.source.id} className={classes.payment}>
            <Checkbox
              label={`${candidate.providerName} ${texts.source[candidate.source.kind]}`}
              checked={isTicked(candidate)}
              onChange={({ currentTarget: { checked } }) =>
                // In the order of the list, whatever was ticked first.
                onTick(free.filter((each) => (each === candidate ? checked : isTicked(each))))
              }
            />
            <span className={classes.amount}>{formatYuan(candidate.amount)}</span>
            <span className={classes.to}>
              {candidate.payee === null
                ? words.noPayee
                : `${candidate.payee.name} ${candidate.payee.account} ${candidate.payee.bank ?? ''}`}
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.totals}>{texts.totals(count, formatYuan(total))}</p>
    </>
  )
}

/** What is approved, or nearly, and in no batch from this account, each with why. */
export function LeftOut({ offered }: { readonly offered: BatchCandidates }) {
  const texts = useTexts().payoutBatches
  const words = texts.making
  const { candidates, beyond, waiting, elsewhere } = offered
  return (
    <div className={classes.quiet}>
      {candidates.map(({ source, providerName, amount, leftOut }) =>
        leftOut === null ? null : (
          <p key={source.id}>
            {words.leftOut}：
            <RecordLink
              kind={source.kind === 'payout' ? 'payoutRequest' : 'depositObligation'}
              id={source.id}
            >
              {providerName}
            </RecordLink>{' '}
            {texts.source[source.kind]} {formatYuan(amount)}，{words.leftOutReason[leftOut]}
          </p>
        ),
      )}
      {beyond === 0 ? null : <p>{words.beyond(beyond)}</p>}
      {waiting.count === 0 ? null : <p>{words.waiting(waiting.count, formatYuan(waiting.total))}</p>}
      {elsewhere.count === 0 ? null : <p>{words.elsewhere(elsewhere.count, formatYuan(elsewhere.total))}</p>}
    </div>
  )
}
