import { Textarea, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import { EMPTY_RETURN } from '#renderer/review/forms/rebate-drafts.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { CommissionRebateCase } from '#shared/contracts/console-engine/commission-rebates.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import {
  barredFromRebate,
  rebateAllows,
} from '#shared/contracts/console-platform/transitions/commission-rebate-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'

interface CommissionRebateFootProps {
  readonly opened: CommissionRebateCase
  readonly forms: CaseForms
}

/** What can be decided about a rebate, and the form in which it is being decided. */
export function CommissionRebateFoot({ opened, forms }: CommissionRebateFootProps) {
  const texts = useTexts()
  const { rebate, allowed, status } = opened
  const missing = useMissing('commissionRebate', allowed, (type) => rebateAllows(rebate, type), {
    'rebate.take-back-return': barredFromRebate(rebate, 'rebate.take-back-return'),
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.commissionRebates.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened: { rebate }, forms }: CommissionRebateFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.commissionRebates
  const open = formAbout('commissionRebate', forms.open)
  switch (open) {
    case 'rebate.record-return': {
      const draft = forms.drafts[open] ?? EMPTY_RETURN
      const given = COMMAND_ARGUMENTS[open].safeParse({
        amount: rebate.amount,
        returnedOn: draft.returnedOn.trim(),
        evidence: draft.evidence,
      })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.returnLead(formatYuan(rebate.amount))}
          submitLabel={texts.commands.doing[open]}
          blocked={given.success ? null : words.incomplete}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <TextInput
            label={words.fields.returnedOn}
            placeholder={words.dayHint}
            maxLength={10}
            value={draft.returnedOn}
            onChange={(event) => forms.write(open, { ...draft, returnedOn: event.currentTarget.value })}
          />
          <Textarea
            label={words.fields.evidence}
            description={words.evidenceHint}
            autosize
            minRows={1}
            maxLength={NOTE_LIMIT}
            value={draft.evidence}
            onChange={(event) => forms.write(open, { ...draft, evidence: event.currentTarget.value })}
          />
        </CommandForm>
      )
    }
    case 'rebate.take-back-return': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.takeBackLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : words.reasonMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <Textarea
            label={words.reason}
            autosize
            minRows={1}
            maxLength={NOTE_LIMIT}
            value={reason}
            onChange={(event) => forms.write(open, { reason: event.currentTarget.value })}
          />
        </CommandForm>
      )
    }
    case null:
      return null
  }
}
