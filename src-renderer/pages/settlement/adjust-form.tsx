import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ulid } from 'ulid'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { AdjustDraft } from '#renderer/review/forms/drafts.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import { ADJUSTMENT_KINDS } from '#shared/rules/settlement/statement-line.ts'
import { SettlementReason } from './settlement-reason.tsx'

const TYPE = 'settlement.adjust'

interface AdjustFormProps {
  readonly statement: SettlementStatement
  readonly onClose: () => void
}

/** Writes an adjustment for the month of a statement; the next draft has it. */
export function AdjustForm({ statement, onClose }: AdjustFormProps) {
  const texts = useTexts()
  const words = texts.settlement
  const { decide, deciding, refusal } = useDecide()
  const { marketplace, month, providerId, providerName } = statement
  const [draft, setDraft] = useState<AdjustDraft>({
    ...{ marketplace, month, providerId, kind: 'correction', amount: '', taxPercent: '', reason: '' },
  })
  const write = (part: Partial<AdjustDraft>) => setDraft({ ...draft, ...part })
  const { amount, taxPercent, ...rest } = draft
  const given = COMMAND_ARGUMENTS[TYPE].safeParse({
    ...rest,
    amount: parseYuan(amount),
    taxBasisPoints: taxPercent.trim() === '' ? null : Math.round(Number(taxPercent) * 100),
  })
  const submit = async () => {
    if (!given.success) return
    const pending = await decide({
      type: TYPE,
      recordId: ulid(),
      recordTitle: `${month} ${providerName}`,
      expectedVersion: NOT_YET_THERE,
      seenDigest: null,
      arguments: given.data,
      replaces: null,
    })
    if (pending !== null) onClose()
  }
  return (
    <CommandForm
      place={{ deciding, refusal, close: onClose }}
      title={texts.commands.doing[TYPE]}
      lead={words.adjustLead}
      submitLabel={texts.commands.doing[TYPE]}
      blocked={given.success ? null : words.adjustMissing}
      onSubmit={() => void submit()}
    >
      <Select
        label={words.fields.kind}
        data={ADJUSTMENT_KINDS.map((value) => ({ value, label: words.kind[value] }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && write({ kind })}
      />
      <TextInput
        label={words.adjustAmount}
        description={words.adjustAmountHint}
        inputMode="decimal"
        value={draft.amount}
        onChange={(event) => write({ amount: event.currentTarget.value })}
      />
      <TextInput
        label={words.adjustTax}
        inputMode="decimal"
        value={draft.taxPercent}
        onChange={(event) => write({ taxPercent: event.currentTarget.value })}
      />
      <SettlementReason value={draft.reason} onChange={(reason) => write({ reason })} />
    </CommandForm>
  )
}
