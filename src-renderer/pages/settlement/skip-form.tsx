import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { SettlementReason } from './settlement-reason.tsx'

/** Why a check is let be; it holds for the draft that is on screen. */
export function SkipForm({ forms }: { readonly forms: CaseForms }) {
  const texts = useTexts()
  const words = texts.settlement
  const type = 'settlement.skip-check'
  const draft = forms.drafts[type]
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  if (draft === undefined) return null
  return (
    <CommandForm
      place={forms}
      title={`${texts.commands.doing[type]}：${words.check[draft.check]}`}
      lead={words.skipLead}
      submitLabel={texts.commands.doing[type]}
      blocked={given.success ? null : words.reasonMissing}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <SettlementReason value={draft.reason} onChange={(reason) => forms.write(type, { ...draft, reason })} />
    </CommandForm>
  )
}
