import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CommandDraft } from '#renderer/review/forms/command-forms.ts'
import classes from './accounts.module.css'

type PersonDraft = CommandDraft<'user.change'>

interface PersonFieldsProps {
  readonly draft: PersonDraft
  readonly onChange: (part: Partial<PersonDraft>) => void
}

/** Who it is. */
export function PersonFields({ draft, onChange }: PersonFieldsProps) {
  const words = useTexts().roles.accounts
  return (
    <div className={classes.people}>
      <TextInput
        label={words.person.name}
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={words.person.email}
        maxLength={254}
        value={draft.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <TextInput
        label={words.person.staffNumber}
        description={words.staffHint}
        inputWrapperOrder={['label', 'input', 'description']}
        maxLength={40}
        value={draft.staffNumber}
        onChange={(event) => onChange({ staffNumber: event.currentTarget.value })}
      />
    </div>
  )
}
