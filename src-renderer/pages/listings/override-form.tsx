import { Textarea } from '@mantine/core'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import type { ShownFinding } from './merge-findings.ts'

interface OverrideFormProps {
  readonly findings: readonly ShownFinding[]
  readonly forms: CaseForms
}

/** Why a must-finding may stand: a manager's reason, kept for ever. */
export function OverrideForm({ findings, forms }: OverrideFormProps) {
  const texts = useTexts()
  const words = texts.listings.findings
  const say = useBilingual()
  const { ruleId, reason } = forms.drafts['listing.override-finding'] ?? { ruleId: '', reason: '' }
  const finding = findings.find((shown) => shown.finding.ruleId === ruleId)?.finding
  const given = COMMAND_ARGUMENTS['listing.override-finding'].safeParse({ ruleId, reason })
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['listing.override-finding']}
      lead={finding === undefined ? ruleId : say(finding.message)}
      submitLabel={words.overrideSubmit}
      blocked={given.success ? null : words.overrideIncomplete}
      onSubmit={() => given.success && forms.submit('listing.override-finding', given.data)}
    >
      <Textarea
        label={words.overrideReason}
        description={words.overrideLead}
        autosize
        minRows={2}
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) =>
          forms.write('listing.override-finding', { ruleId, reason: event.currentTarget.value })
        }
      />
    </CommandForm>
  )
}
