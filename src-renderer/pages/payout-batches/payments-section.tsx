import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import type { BatchPayment, PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { reasonInWords } from '#shared/words/bank-answers.ts'
import classes from './payout-batches.module.css'

const SOURCE_KIND = { payout: 'payoutRequest', refund: 'depositObligation' } as const

/** Each payment: what it pays and to whom, and what became of it. */
export function PaymentsSection({ batch }: { readonly batch: PayoutBatch }) {
  const words = useTexts().payoutBatches
  return (
    <CaseSection title={words.payments}>
      <ul className={classes.list} aria-label={words.payments}>
        {batch.payments.map((payment) => (
          <li key={payment.endToEndId} className={classes.payment}>
            <span>
              <RecordLink kind={SOURCE_KIND[payment.source.kind]} id={payment.source.id}>
                {payment.providerName}
              </RecordLink>{' '}
              <span className={classes.kind}>{words.source[payment.source.kind]}</span>
            </span>
            <span className={classes.amount}>{formatYuan(payment.amount)}</span>
            <span className={classes.to}>
              {[payment.payee.name, payment.payee.account, payment.payee.bank, payment.payee.bankCode]
                .filter((part) => part !== null)
                .join(' ')}
            </span>
            <span className={classes.became}>
              <Became payment={payment} isSent={batch.sent !== null} />
            </span>
            <span className={classes.to}>
              {payment.endToEndId} · {payment.purpose}
            </span>
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}

/** What became of a payment, by the line that shows it, else by what the bank said. */
function Became({ payment, isSent }: { readonly payment: BatchPayment; readonly isSent: boolean }) {
  const words = useTexts().payoutBatches
  const say = useBilingual()
  const { paidBy, failed, answer } = payment
  if (failed !== null) {
    return (
      <span className={classes.failed}>
        {words.failed}：
        {failed.lineId === null && answer !== null
          ? words.bankSaid(answer.said, say(reasonInWords(answer.reason)))
          : failed.reason}
      </span>
    )
  }
  if (paidBy !== null) {
    return (
      <>
        {words.paid}{' '}
        <RecordLink kind="bankLine" id={paidBy.lineId}>
          {words.paidBy}
        </RecordLink>
      </>
    )
  }
  if (answer !== null) {
    return (
      <span title={words.bankSaid(answer.said, say(reasonInWords(answer.reason)))}>
        {words.answer[answer.status ?? 'unknown']}
      </span>
    )
  }
  return isSent ? words.waitsForBank : null
}
