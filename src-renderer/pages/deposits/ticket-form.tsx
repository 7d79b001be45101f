import { TextInput } from '@mantine/core'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { lastTicket } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import classes from './deposits.module.css'

interface TicketFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

const FIELDS = ['reference', 'account', 'company', 'contact', 'phone', 'address'] as const

/** What the provider's ticket 请转财务 says; what an earlier one said is there already. */
export function TicketForm({ opened: { obligation }, forms }: TicketFormProps) {
  const texts = useTexts()
  const words = texts.deposits.ticket
  const before = lastTicket(obligation)
  const draft = forms.drafts['deposit.record-ticket'] ?? {
    reference: '',
    account: before?.account ?? '',
    company: before?.company ?? obligation.providerName,
    address: before?.address ?? '',
    contact: before?.contact ?? '',
    phone: before?.phone ?? '',
    attachments: [],
  }
  const given = COMMAND_ARGUMENTS['deposit.record-ticket'].safeParse(draft)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['deposit.record-ticket']}
      lead={words.lead}
      submitLabel={texts.commands.doing['deposit.record-ticket']}
      blocked={given.success ? null : words.incomplete}
      onSubmit={() => given.success && forms.submit('deposit.record-ticket', given.data)}
    >
      <div className={classes.payee}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={words[field]}
            maxLength={field === 'address' ? 400 : 200}
            value={draft[field]}
            onChange={(event) =>
              forms.write('deposit.record-ticket', { ...draft, [field]: event.currentTarget.value })
            }
          />
        ))}
      </div>
      <AttachEvidence
        attachments={draft.attachments}
        onChange={(attachments) => forms.write('deposit.record-ticket', { ...draft, attachments })}
      />
    </CommandForm>
  )
}
