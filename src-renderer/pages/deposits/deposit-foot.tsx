import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMANDS, type CommandAbout, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import { isOpenStatus } from '#shared/contracts/console-platform/records/violation.ts'
import { depositAllows } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { ApproveRefundForm } from './approve-refund-form.tsx'
import { CourierForm } from './courier-form.tsx'
import { DeclineRefundForm } from './decline-refund-form.tsx'
import { declineWords } from './decline-words.ts'
import { HoldForm } from './hold-form.tsx'
import { NewAmountForm } from './new-amount-form.tsx'
import { ReceiptForm } from './receipt-form.tsx'
import { refundWords } from './refund-words.ts'
import { RequestRefundForm } from './request-refund-form.tsx'
import { TicketForm } from './ticket-form.tsx'
import { WaiveForm } from './waive-form.tsx'

/** An open deposit and its forms. */
interface DepositFootProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

/** What can be decided about a deposit, and the form in which it is being decided. */
export function DepositFoot({ opened, forms }: DepositFootProps) {
  const texts = useTexts()
  const account = useAccount()
  const { obligation, allowed, refundRequest } = opened
  const isOffline = useQuery(engine.sync.status.queryOptions()).data?.state === 'offline'
  const offline = (type: CommandType) =>
    isOffline && COMMANDS[type].offline === 'refused' ? texts.deposits.refund.offline : null
  const approval =
    offline('deposit.approve-refund') ?? (opened.paymentsPaused ? texts.deposits.refund.paused : null)
  const missing = useMissing(
    'depositObligation',
    allowed,
    (type) => depositAllows(obligation, type) && isPossible(type, opened),
    // Maker and checker are two people.
    { 'deposit.approve-refund': refundRequest === null ? [] : [refundRequest.by] },
  )
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        labels: { 'deposit.decline-refund': declineWords(opened, account?.id ?? null, texts).title },
        blocked: { 'deposit.approve-refund': approval },
      })}
      openId={forms.open}
      missing={missing}
      idle={refundWords(opened, texts)}
    >
      <OpenForm opened={opened} forms={forms} blocked={approval} />
    </CaseFoot>
  )
}

/** Whether the day and the amounts let anybody do it; as the engine judges it for who may. */
function isPossible(
  type: CommandAbout<'depositObligation'>,
  { refundable, refundRequest, refundHold, standing, violations, newAmount }: DepositCase,
): boolean {
  switch (type) {
    case 'deposit.request-refund':
      return refundable > 0
    case 'deposit.waive':
      return standing.status !== 'refunded'
    case 'deposit.approve-refund':
      return (
        refundRequest !== null &&
        refundRequest.amount <= refundable &&
        refundHold === null &&
        !violations.some(isOpenStatus)
      )
    case 'deposit.decide-new-amount':
      return newAmount !== null && newAmount.decided === null
    case 'deposit.issue-receipt':
    case 'deposit.decline-refund':
    case 'deposit.record-ticket':
    case 'deposit.send-receipt':
    case 'deposit.hold-refund':
    case 'deposit.lift-refund-hold':
      return true
  }
}

interface OpenFormProps extends DepositFootProps {
  /** Why a refund cannot be approved now. */
  readonly blocked: string | null
}

function OpenForm({ opened, forms, blocked }: OpenFormProps): ReactElement | null {
  const open = formAbout('depositObligation', forms.open)
  switch (open) {
    case 'deposit.waive':
      return <WaiveForm opened={opened} forms={forms} />
    case 'deposit.issue-receipt':
      return <ReceiptForm opened={opened} forms={forms} />
    case 'deposit.request-refund':
      return <RequestRefundForm opened={opened} forms={forms} />
    case 'deposit.approve-refund':
      return <ApproveRefundForm opened={opened} forms={forms} blocked={blocked} />
    case 'deposit.decline-refund':
      return <DeclineRefundForm opened={opened} forms={forms} />
    case 'deposit.decide-new-amount':
      return <NewAmountForm opened={opened} forms={forms} />
    case 'deposit.record-ticket':
      return <TicketForm opened={opened} forms={forms} />
    case 'deposit.send-receipt':
      return <CourierForm opened={opened} forms={forms} />
    case 'deposit.hold-refund':
    case 'deposit.lift-refund-hold':
      return <HoldForm key={open} type={open} forms={forms} />
    case null:
      return null
  }
}
