import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { StepList } from '#renderer/values/step-list.tsx'
import type { OrderFeeAnswer } from '#shared/contracts/console-engine/orders.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './order-fee.module.css'

/** What the market keeps of an order, and how that came about; a figure that no rule states is not shown as zero. */
export function OrderFee({ fee }: { readonly fee: OrderFeeAnswer }) {
  const texts = useTexts().orders
  return (
    <>
      <Figures fee={fee} />
      {fee.steps.length === 0 ? null : (
        <>
          <h4 className={classes.steps}>{texts.steps}</h4>
          <StepList name={texts.steps} steps={fee.steps} />
        </>
      )}
    </>
  )
}

function Figures({ fee }: { readonly fee: OrderFeeAnswer }) {
  const texts = useTexts().orders
  const shown = (...facts: readonly (readonly [string, ReactNode])[]) => <Facts facts={facts} />
  switch (fee.outcome) {
    case 'fee':
      return shown(
        [texts.feeOf, formatYuan(fee.fee)],
        [texts.base, formatYuan(fee.base)],
        [texts.exempt, formatYuan(fee.exempt)],
      )
    case 'share':
      return shown(
        [texts.share, formatYuan(fee.share)],
        [texts.feeOf, formatYuan(fee.fee)],
        [texts.billedIn, fee.billedIn],
      )
    case 'month':
      return (
        <>
          <p className={classes.lead}>{texts.month(fee.month)}</p>
          {shown(
            [texts.total, formatYuan(fee.total)],
            [texts.base, formatYuan(fee.base)],
            [texts.tier, String(fee.tier)],
            [texts.rate, texts.percent(String(fee.basisPoints / 100))],
            [texts.charged, formatYuan(fee.charged)],
            [texts.due, formatYuan(fee.due)],
            [texts.rebate, formatYuan(fee.rebate)],
          )}
        </>
      )
    case 'none':
      return (
        <p className={classes.lead}>
          {texts.none}: {texts.why[fee.why]}
        </p>
      )
  }
}
