import { IconPlayerPause } from '@tabler/icons-react'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { batchedRefund } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import { isOpenStatus } from '#shared/contracts/console-platform/records/violation.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'
import { routeSplit } from './refund-payee.ts'
import { RefundRule } from './refund-rule.tsx'
import { refundWords } from './refund-words.ts'
import { RequestedRefund } from './requested-refund.tsx'

/** Whether money may go back, and how far it is on its way; nothing where none was ever received. */
export function RefundSection({ opened }: { readonly opened: DepositCase }) {
  const texts = useTexts()
  const words = texts.deposits.refund
  const say = useBilingual()
  const { refundable, refundApproved, refundRequest, refundHold: hold, obligation } = opened
  const unseen = useUnseen()('bankLine')
  const split = routeSplit(opened)
  const batched = batchedRefund(obligation)
  if (obligation.entries.every(({ amount }) => amount === 0)) return null
  return (
    <CaseSection title={words.title}>
      <FactList
        facts={[
          { label: words.refundable, value: refundWords(opened, texts) },
          ...(refundable > 0 && unseen === null
            ? [
                { label: words.original, value: formatYuan(split.original) },
                { label: words.other, value: formatYuan(split.other) },
              ]
            : []),
          ...(refundApproved > 0
            ? [{ label: words.approved, value: words.waitsForBank(formatYuan(refundApproved)) }]
            : []),
        ]}
      />
      {batched === null ? null : (
        <p className={classes.quiet}>
          <RecordLink kind="payoutBatch" id={batched.batch}>
            {words.inBatch(batched.endToEndId)}
          </RecordLink>
        </p>
      )}
      {hold === null ? null : (
        <p className={classes.held} role="status">
          <IconPlayerPause size={15} stroke={1.75} aria-hidden />
          <span>
            {words.held(hold.byName, hold.reason)} <Moment at={hold.at} />
          </span>
        </p>
      )}
      {opened.violations.filter(isOpenStatus).map((violation) => (
        <p key={violation.id} className={classes.held} role="status">
          <IconPlayerPause size={15} stroke={1.75} aria-hidden />
          <RecordLink kind="violation" id={violation.id}>
            {texts.violations.holds(violation.occurredOn, say(violation.ruleName))}
          </RecordLink>
        </p>
      ))}
      <RefundRule opened={opened} />
      {refundRequest === null ? null : (
        <div className={classes.request}>
          <h4>{words.requested}</h4>
          <RequestedRefund opened={opened} />
        </div>
      )}
    </CaseSection>
  )
}
