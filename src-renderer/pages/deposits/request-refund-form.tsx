import { TextInput } from '@mantine/core'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import { ReasonField } from './reason-field.tsx'
import { RefundRule } from './refund-rule.tsx'
import { refundWords } from './refund-words.ts'

interface RequestRefundFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

/** How much is asked back, at most what may be, and why. Another person approves it. */
export function RequestRefundForm({ opened, forms }: RequestRefundFormProps) {
  const texts = useTexts()
  const words = texts.deposits.refund
  const { amount, reason } = forms.drafts['deposit.request-refund'] ?? {
    amount: plainYuan(opened.refundable),
    reason: '',
  }
  const write = (part: { amount?: string; reason?: string }) =>
    forms.write('deposit.request-refund', { amount, reason, ...part })
  const fen = parseYuan(amount)
  const given = COMMAND_ARGUMENTS['deposit.request-refund'].safeParse({ amount: fen, reason })
  const tooMuch = fen !== null && fen > opened.refundable
  const blocked = tooMuch ? words.tooMuch(formatYuan(opened.refundable)) : words.incomplete
  return (
    <CommandForm
      place={forms}
      title={words.requestTitle}
      lead={refundWords(opened, texts)}
      submitLabel={words.request(fen === null ? texts.format.none : formatYuan(fen))}
      blocked={given.success && !tooMuch ? null : blocked}
      onSubmit={() => given.success && forms.submit('deposit.request-refund', given.data)}
    >
      <RefundRule opened={opened} />
      <TextInput
        label={words.amount}
        inputMode="decimal"
        value={amount}
        error={fen === null || fen <= 0 || tooMuch}
        onChange={(event) => write({ amount: event.currentTarget.value })}
      />
      <ReasonField label={words.reason} value={reason} onChange={(written) => write({ reason: written })} />
    </CommandForm>
  )
}
