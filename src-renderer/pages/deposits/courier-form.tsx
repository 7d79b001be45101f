import { NativeSelect, TextInput } from '@mantine/core'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { lastTicket, liveReceipts } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import classes from './deposits.module.css'

interface CourierFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

/** By which courier and number a receipt was sent, and where to, as the provider's ticket says. */
export function CourierForm({ opened: { obligation }, forms }: CourierFormProps) {
  const texts = useTexts()
  const words = texts.deposits.courier
  const ticket = lastTicket(obligation)
  const numbers = liveReceipts(obligation).flatMap(({ number }) => number ?? [])
  const draft = forms.drafts['deposit.send-receipt'] ?? {
    number: numbers.at(-1) ?? '',
    courier: '',
    tracking: '',
    attachments: [],
  }
  const write = (part: Partial<typeof draft>) => forms.write('deposit.send-receipt', { ...draft, ...part })
  const given = COMMAND_ARGUMENTS['deposit.send-receipt'].safeParse(draft)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['deposit.send-receipt']}
      lead={ticket === null ? words.noTicket : words.to(ticket.address, ticket.contact, ticket.phone)}
      submitLabel={texts.commands.doing['deposit.send-receipt']}
      blocked={given.success ? null : words.incomplete}
      onSubmit={() => given.success && forms.submit('deposit.send-receipt', given.data)}
    >
      <div className={classes.payee}>
        <NativeSelect
          label={words.number}
          data={numbers}
          value={draft.number}
          onChange={(event) => write({ number: event.currentTarget.value })}
        />
        <TextInput
          label={words.courier}
          maxLength={60}
          value={draft.courier}
          onChange={(event) => write({ courier: event.currentTarget.value })}
        />
        <TextInput
          label={words.tracking}
          maxLength={60}
          value={draft.tracking}
          onChange={(event) => write({ tracking: event.currentTarget.value })}
        />
      </div>
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}
