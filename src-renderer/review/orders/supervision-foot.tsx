import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { OrderSupervision } from '#shared/contracts/console-engine/order-supervision.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { barredFromSupervision } from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { SupervisionForm } from './supervision-forms.tsx'

interface SupervisionFootProps {
  readonly order: Order
  readonly supervision: OrderSupervision
  readonly forms: CaseForms
}

/** What can be decided about the supervision of an order, and the form in which it is being decided. */
export function SupervisionFoot({ order, supervision, forms }: SupervisionFootProps) {
  const texts = useTexts()
  const { record, allowed, possible, state } = supervision
  // That a manager may put any order under supervision is said to nobody else.
  const missing = useMissing(
    'supervision',
    allowed,
    (type) => type !== 'supervision.open' && possible.includes(type),
    { 'supervision.decide': barredFromSupervision(record, 'supervision.decide') },
  )
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.supervision.idle[state]}
    >
      <SupervisionForm order={order} supervision={supervision} forms={forms} />
    </CaseFoot>
  )
}
