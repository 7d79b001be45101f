import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { RechargeCase } from '#shared/contracts/console-engine/recharges.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { rechargeAllows } from '#shared/contracts/console-platform/transitions/recharge-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface RechargeFootProps {
  readonly opened: RechargeCase
  readonly forms: CaseForms
}

/** What can be decided about a recharge, and the form in which it is being decided. */
export function RechargeFoot({ opened, forms }: RechargeFootProps) {
  const texts = useTexts()
  const { recharge, allowed, status } = opened
  const missing = useMissing('recharge', allowed, (type) => rechargeAllows(recharge, type), {
    'recharge.confirm': [recharge.recorded.by],
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.recharges.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened: { recharge }, forms }: RechargeFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.recharges
  const open = formAbout('recharge', forms.open)
  switch (open) {
    case 'recharge.confirm':
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.confirmLead}
          submitLabel={words.confirm(formatYuan(recharge.amount))}
          blocked={null}
          onSubmit={() => forms.submit(open, {})}
        />
      )
    case 'recharge.refuse':
    case 'recharge.take-back': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          key={open}
          place={forms}
          title={texts.commands.doing[open]}
          lead={open === 'recharge.refuse' ? words.refuseLead : words.takeBackLead}
          submitLabel={texts.commands.doing[open]}
          danger
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
    case 'recharge.record':
    case null:
      return null
  }
}
