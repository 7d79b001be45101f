import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'
import { RefundRule } from './refund-rule.tsx'
import { refundWords } from './refund-words.ts'
import { RequestedRefund } from './requested-refund.tsx'

/** Whether money may go back, and how far it is on its way; nothing where none was ever received. */
export function RefundSection({ opened }: { readonly opened: DepositCase }) {
  const texts = useTexts()
  const words = texts.deposits.refund
  const { refundApproved, refundRequest, obligation } = opened
  if (obligation.entries.every(({ amount }) => amount === 0)) return null
  return (
    <CaseSection title={words.title}>
      <FactList
        facts={[
          { label: words.refundable, value: refundWords(opened, texts) },
          ...(refundApproved > 0
            ? [{ label: words.approved, value: words.waitsForBank(formatYuan(refundApproved)) }]
            : []),
        ]}
      />
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
