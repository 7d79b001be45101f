import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { reasonInWords } from '#shared/words/bank-answers.ts'
import { answerState } from './answer-state.ts'
import classes from './payout-batches.module.css'

interface AnswerPreviewProps {
  readonly batch: PayoutBatch
  readonly answers: CommandArguments<'payout.record-answer'>['answers']
  /** The very file is on record. */
  readonly isKnown: boolean
  readonly remarks: readonly Bilingual[]
}

/** What would be recorded of each payment, with what it opens again, and what in the file does not fit. */
export function AnswerPreview({ batch, answers, isKnown, remarks }: AnswerPreviewProps) {
  const texts = useTexts().payoutBatches
  const words = texts.answering
  const say = useBilingual()
  const byId = new Map(answers.map((answer) => [answer.endToEndId, answer]))
  const count = (status: (typeof answers)[number]['status']) =>
    answers.filter((answer) => answer.status === status).length
  const rejected = count('rejected')
  return (
    <>
      {isKnown ? <p className={classes.quiet}>{words.known}</p> : null}
      {answers.length === 0 ? null : (
        <p className={classes.totals}>
          {words.counts(count('accepted'), count('pending'), rejected, count(null))}
          {rejected === 0 ? '' : ` · ${words.reopens(rejected)}`}
        </p>
      )}
      <ul className={classes.list} aria-label={texts.payments}>
        {batch.payments.map((payment) => {
          const answer = byId.get(payment.endToEndId)
          const state = answerState(payment, answer ?? payment.answer ?? undefined)
          return (
            <li key={payment.endToEndId} className={classes.payment}>
              <span>
                {payment.payee.name} <span className={classes.kind}>{words.state[state]}</span>
              </span>
              <span className={classes.amount}>{formatYuan(payment.amount)}</span>
              <span className={classes.to}>{payment.endToEndId}</span>
              <span className={classes.became} data-rejected={answer?.status === 'rejected'}>
                {answer === undefined
                  ? null
                  : [
                      ...new Set([
                        texts.answer[answer.status ?? 'unknown'],
                        texts.bankSaid(answer.said, say(reasonInWords(answer.reason))),
                      ]),
                    ].join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
      {remarks.map((remark) => (
        <p key={remark.en} className={classes.quiet}>
          {say(remark)}
        </p>
      ))}
    </>
  )
}
