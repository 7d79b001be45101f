import { Select, TextInput } from '@mantine/core'
import { beijingDate } from '#renderer/format/instant.ts'
import { useNow } from '#renderer/format/use-now.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CommandDraft } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import { signedContractSchema } from '#shared/contracts/console-platform/records/application.ts'
import classes from './contracts-section.module.css'

interface ContractFormProps {
  readonly opened: ApplicationCase
  readonly forms: CaseForms
}

type Draft = CommandDraft<'application.record-contract'>

/** Records that an agreement was signed: which, its version, by whom and when. */
export function ContractForm({ opened, forms }: ContractFormProps) {
  const texts = useTexts()
  const words = texts.applications.contracts
  const say = useBilingual()
  const today = beijingDate(new Date(useNow()).toISOString())
  const unsigned = opened.agreements.filter(({ signed }) => !signed)
  const kept = forms.drafts['application.record-contract']
  const draft =
    kept !== undefined && unsigned.some(({ key }) => key === kept.agreement)
      ? kept
      : firstContract(opened, unsigned[0]?.key ?? '', today)
  const agreement = unsigned.find(({ key }) => key === draft.agreement)
  const write = (part: Partial<Draft>) => forms.write('application.record-contract', { ...draft, ...part })
  const contract = signedContractSchema.safeParse({
    agreement: draft.agreement,
    version: draft.version.trim(),
    signedBy: draft.signedBy.trim(),
    signedOn: draft.signedOn,
  })
  const complete = contract.success && contract.data.signedOn <= today
  const name = agreement === undefined ? '' : say(agreement.name).replace(/^《|》$/g, '')
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['application.record-contract']}
      submitLabel={words.save(name)}
      blocked={complete ? null : words.incomplete}
      onSubmit={() =>
        contract.success && forms.submit('application.record-contract', { contract: contract.data })
      }
    >
      <div className={classes.fields}>
        <TextInput
          label={words.signedBy}
          maxLength={100}
          value={draft.signedBy}
          onChange={(event) => write({ signedBy: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.signedOn}
          max={today}
          value={draft.signedOn}
          onChange={(event) => write({ signedOn: event.currentTarget.value })}
        />
        <Select
          label={words.agreement}
          data={unsigned.map(({ key, name: title }) => ({ value: key, label: say(title) }))}
          value={draft.agreement}
          allowDeselect={false}
          onChange={(key) => key !== null && write(firstContract(opened, key, today))}
        />
        <TextInput
          label={words.version}
          maxLength={32}
          value={draft.version}
          onChange={(event) => write({ version: event.currentTarget.value })}
        />
      </div>
    </CommandForm>
  )
}

/** What the form of an agreement starts from: its version, the vendor's contact, today. */
export function firstContract(
  { agreements, application: { applicant } }: Pick<ApplicationCase, 'agreements' | 'application'>,
  agreement: string,
  today: string,
): Draft {
  return {
    agreement,
    version: agreements.find(({ key }) => key === agreement)?.version ?? '',
    signedBy: applicant.contact?.name ?? applicant.name,
    signedOn: today,
  }
}
