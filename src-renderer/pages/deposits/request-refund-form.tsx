import { TextInput } from '@mantine/core'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import type { DepositDrafts } from './deposit-drafts.ts'
import { DepositForm, type FormProps } from './deposit-form.tsx'
import { ReasonField } from './reason-field.tsx'
import { RefundRule } from './refund-rule.tsx'
import { refundWords } from './refund-words.ts'

type Draft = NonNullable<DepositDrafts['deposit.request-refund']>

interface RequestRefundFormProps extends FormProps {
  readonly opened: DepositCase
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft) => void
  readonly onSubmit: (said: CommandArguments<'deposit.request-refund'>) => void
}

/** How much is asked back, at most what may be, and why. Another person approves it. */
export function RequestRefundForm({ opened, draft, onDraft, onSubmit, ...form }: RequestRefundFormProps) {
  const texts = useTexts()
  const words = texts.deposits.refund
  const { amount, reason } = draft ?? { amount: plainYuan(opened.refundable), reason: '' }
  const fen = parseYuan(amount)
  const said = COMMAND_ARGUMENTS['deposit.request-refund'].safeParse({ amount: fen, reason })
  const tooMuch = fen !== null && fen > opened.refundable
  const blocked = tooMuch ? words.tooMuch(formatYuan(opened.refundable)) : words.incomplete
  return (
    <DepositForm
      {...form}
      title={words.requestTitle}
      lead={refundWords(opened, texts)}
      submitLabel={words.request(fen === null ? texts.format.none : formatYuan(fen))}
      blocked={said.success && !tooMuch ? null : blocked}
      onSubmit={() => said.success && onSubmit(said.data)}
    >
      <RefundRule opened={opened} />
      <TextInput
        label={words.amount}
        inputMode="decimal"
        value={amount}
        error={fen === null || fen <= 0 || tooMuch}
        onChange={(event) => onDraft({ amount: event.currentTarget.value, reason })}
      />
      <ReasonField
        label={words.reason}
        value={reason}
        onChange={(written) => onDraft({ amount, reason: written })}
      />
    </DepositForm>
  )
}
