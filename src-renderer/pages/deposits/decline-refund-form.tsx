import { useTexts } from '#renderer/i18n/language-context.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { declineWords } from './decline-words.ts'
import type { DepositDrafts } from './deposit-drafts.ts'
import { DepositForm, type FormProps } from './deposit-form.tsx'
import { ReasonField } from './reason-field.tsx'
import { RequestedRefund } from './requested-refund.tsx'

type Draft = NonNullable<DepositDrafts['deposit.decline-refund']>

interface DeclineRefundFormProps extends FormProps {
  readonly opened: DepositCase
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onSubmit: (said: CommandArguments<'deposit.decline-refund'>) => void
}

/** Why a refund that was asked for, or approved, is not paid. It may be asked for again. */
export function DeclineRefundForm({ opened, draft, onDraft, onSubmit, ...form }: DeclineRefundFormProps) {
  const texts = useTexts()
  const words = declineWords(opened, useAccount()?.id ?? null, texts)
  const reason = draft?.reason ?? ''
  const said = COMMAND_ARGUMENTS['deposit.decline-refund'].safeParse({ reason })
  return (
    <DepositForm
      {...form}
      title={words.title}
      lead={words.lead}
      submitLabel={words.submit}
      danger
      blocked={said.success ? null : texts.deposits.refund.incompleteReason}
      onSubmit={() => said.success && onSubmit(said.data)}
    >
      <RequestedRefund opened={opened} />
      <ReasonField label={words.reason} value={reason} onChange={(written) => onDraft({ reason: written })} />
    </DepositForm>
  )
}
