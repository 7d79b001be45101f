import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { PayeeAccountCase } from '#shared/contracts/console-engine/payee-accounts.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { providerAccountAllows } from '#shared/contracts/console-platform/transitions/provider-account-transitions.ts'

interface AccountFootProps {
  readonly opened: PayeeAccountCase
  readonly forms: CaseForms
}

/** What can be decided about an account, and the form in which it is being decided. */
export function AccountFoot({ opened, forms }: AccountFootProps) {
  const texts = useTexts()
  const { account, allowed, status } = opened
  const missing = useMissing('providerAccount', allowed, (type) => providerAccountAllows(account, type), {
    'provider.approve-bank-account': [account.proposed.by],
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.payouts.accounts.idle[status]}
    >
      <OpenForm forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ forms }: Pick<AccountFootProps, 'forms'>): ReactElement | null {
  const texts = useTexts()
  const words = texts.payouts.accounts
  const open = formAbout('providerAccount', forms.open)
  switch (open) {
    case 'provider.approve-bank-account':
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.approveLead}
          submitLabel={words.approve}
          blocked={null}
          onSubmit={() => forms.submit(open, {})}
        />
      )
    case 'provider.refuse-bank-account': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.refuseLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : texts.payouts.incompleteReason}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={texts.payouts.reason}
            value={reason}
            onChange={(written) => forms.write(open, { reason: written })}
          />
        </CommandForm>
      )
    }
    case 'provider.propose-bank-account':
    case null:
      return null
  }
}
