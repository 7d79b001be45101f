import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { PayoutCase, PayoutCheckShown } from '#shared/contracts/console-engine/payouts.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { handsIn } from '#shared/contracts/console-platform/records/payout-request.ts'
import { payoutAllows } from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface PayoutFootProps {
  readonly opened: PayoutCase
  readonly forms: CaseForms
}

/** What can be decided about a request, and the form in which it is being decided. */
export function PayoutFoot({ opened, forms }: PayoutFootProps) {
  const texts = useTexts()
  const { payout, allowed, checks } = opened
  const failed = checks.find(keepsBack)
  const blocked =
    failed === undefined ? null : texts.payouts.checkFails(texts.payouts.checkWords[failed.check])
  const missing = useMissing('payoutRequest', allowed, (type) => payoutAllows(payout, type), {
    'payout.approve': handsIn(payout).map(({ by }) => by),
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: { 'payout.verify': blocked, 'payout.approve': blocked },
      })}
      openId={forms.open}
      missing={missing}
      idle={texts.payouts.idle[payout.status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

/** Whether no reason helps: what is below the minimum may be the rest of a provider that leaves, which the platform knows. */
function keepsBack({ check, result }: PayoutCheckShown): boolean {
  return (result === 'fail' || result === 'unknown') && check !== 'minimum'
}

function OpenForm({ opened: { payout, checks }, forms }: PayoutFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.payouts
  const open = formAbout('payoutRequest', forms.open)
  switch (open) {
    case 'payout.approve':
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.approveLead}
          submitLabel={words.approve(formatYuan(payout.amount))}
          blocked={null}
          onSubmit={() => forms.submit(open, { amount: payout.amount })}
        />
      )
    case 'payout.verify': {
      const reason = forms.drafts[open]?.reason ?? ''
      const needsReason = checks.some(({ result }) => result === 'open')
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      const complete = given.success && (!needsReason || given.data.reason.length >= 4)
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.verifyLead}
          submitLabel={texts.commands.doing[open]}
          blocked={complete ? null : words.incompleteReason}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={`${words.reason}（${words.reasonHint}）`}
            value={reason}
            onChange={(written) => forms.write(open, { reason: written })}
          />
        </CommandForm>
      )
    }
    case 'payout.send-back':
    case 'payout.reject':
    case 'payout.cancel': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          key={open}
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.endLead[open]}
          submitLabel={texts.commands.doing[open]}
          danger={open !== 'payout.send-back'}
          blocked={given.success ? null : words.incompleteReason}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={words.reason}
            value={reason}
            onChange={(written) => forms.write(open, { reason: written })}
          />
        </CommandForm>
      )
    }
    case 'payout.request':
    case null:
      return null
  }
}
