import { ulid } from 'ulid'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { grantsMeant } from '#renderer/review/forms/user-drafts.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { GrantsEditor } from './grants-editor.tsx'
import { PersonFields } from './person-fields.tsx'
import { useDay } from './use-day.ts'

interface InviteFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  readonly onClose: () => void
}

/** Makes an account: who it is, and with which roles from when on. */
export function InviteForm({ returned, onClose }: InviteFormProps) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const today = useDay()
  const form = useMakingForm({
    type: 'user.invite',
    empty: {
      ...{ name: '', email: '', staffNumber: '' },
      grants: [{ key: ulid(), role: null, from: today, until: '' }],
    },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const given = COMMAND_ARGUMENTS['user.invite'].safeParse({
    ...{ name: draft.name, email: draft.email.trim(), staffNumber: draft.staffNumber.trim() || null },
    grants: grantsMeant(draft.grants),
  })
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['user.invite']}
      lead={words.inviteLead}
      submitLabel={texts.commands.doing['user.invite']}
      blocked={given.success ? null : words.incompleteInvite}
      onSubmit={() => void (given.success && form.submit(given.data.name, given.data))}
      alone
    >
      <PersonFields draft={draft} onChange={write} />
      <GrantsEditor grants={draft.grants} today={today} onChange={(grants) => write({ grants })} />
    </CommandForm>
  )
}
