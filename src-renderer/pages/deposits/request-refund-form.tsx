import { TextInput } from '@mantine/core'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { RefundDraft } from '#renderer/review/forms/drafts.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { formatYuan, parseYuan } from '#shared/money/yuan.ts'
import { PayeeFields } from './payee-fields.tsx'
import { chosenRoute, payeeOf } from './refund-payee.ts'
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
  const { refundRoutes: routes, refundable } = opened
  const draft = forms.drafts['deposit.request-refund'] ?? emptyDraft(opened)
  const { amount, reason } = draft
  const write = (part: Partial<RefundDraft>) => forms.write('deposit.request-refund', { ...draft, ...part })
  const fen = parseYuan(amount)
  const route = chosenRoute(draft, routes)
  const most = route === null ? refundable : Math.min(refundable, route.available)
  const given = COMMAND_ARGUMENTS['deposit.request-refund'].safeParse({
    amount: fen,
    reason,
    payee: payeeOf(draft, routes),
  })
  const tooMuch = fen !== null && fen > most
  const blocked = tooMuch ? words.tooMuch(formatYuan(most)) : words.incomplete
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
      <PayeeFields draft={draft} routes={routes} onChange={write} />
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

/** At first: as much as may go back to the first account it came from, or all of it to another. */
function emptyDraft({ refundRoutes, refundable, obligation }: DepositCase): RefundDraft {
  const [first] = refundRoutes
  const amount = plainYuan(first === undefined ? refundable : Math.min(refundable, first.available))
  return {
    amount,
    reason: '',
    route: null,
    name: obligation.providerName,
    account: '',
    bank: '',
    evidence: '',
    attachments: [],
  }
}
