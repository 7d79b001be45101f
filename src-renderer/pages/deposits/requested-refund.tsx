import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { attachmentsIn } from '#shared/contracts/console-platform/records/attachment.ts'
import { payeeSaid } from '#shared/descriptions/deposit.ts'
import { chineseCapitals } from '#shared/money/chinese-capitals.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { valueText } from '#shared/values/value-text.ts'
import classes from './deposits.module.css'

/** A refund that waits for another person: how much, for whom, who asked, why. */
export function RequestedRefund({ opened }: { readonly opened: DepositCase }) {
  const words = useTexts().deposits.refund
  const account = useAccount()
  const { language } = useLanguage()
  const { refundRequest, obligation } = opened
  if (refundRequest === null) return null
  const { amount, by, byName, at, reason, payee } = refundRequest
  return (
    <dl className={classes.said}>
      <dt>{words.amount}</dt>
      <dd>
        <strong>{formatYuan(amount)}</strong> <span lang="zh-CN">人民币{chineseCapitals(amount)}</span>
      </dd>
      <dt>{words.to}</dt>
      <dd>
        {payee === null ? obligation.providerName : valueText(payeeSaid(payee), language)}
        <AttachmentList attachments={attachmentsIn(payee)} />
      </dd>
      <dt>{words.askedBy}</dt>
      <dd>
        {byName} <Moment at={at} />
        {by === account?.id ? <span className={classes.quiet}> {words.byAnother}</span> : null}
      </dd>
      <dt>{words.reason}</dt>
      <dd className={classes.reason}>{reason}</dd>
    </dl>
  )
}
