import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { grantsMeant } from '#renderer/review/forms/user-drafts.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import type { AccountRow } from '#shared/contracts/console-engine/accounts.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { GrantsEditor } from './grants-editor.tsx'
import { PersonFields } from './person-fields.tsx'
import { useDay } from './use-day.ts'

interface AccountFootProps {
  readonly row: AccountRow
  readonly forms: CaseForms
}

/** What can be done with an account, and the form in which it is being done. */
export function AccountFoot({ row, forms }: AccountFootProps) {
  const texts = useTexts()
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(row.allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={[]}
      idle={texts.roles.accounts.idle}
    >
      <OpenForm row={row} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ row, forms }: AccountFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.roles.accounts
  const open = formAbout('operator', forms.open)
  switch (open) {
    case 'user.set-roles':
      return <RolesForm row={row} forms={forms} />
    case 'user.change':
      return <ChangeForm row={row} forms={forms} />
    case 'user.sign-out-everywhere':
    case 'user.reset-second-factor':
    case 'user.deactivate':
    case 'user.activate': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      const leads = {
        'user.sign-out-everywhere': words.signOutLead,
        'user.reset-second-factor': words.resetLead,
        'user.deactivate': words.deactivateLead,
        'user.activate': words.activateLead,
      }
      return (
        <CommandForm
          key={open}
          place={forms}
          title={texts.commands.doing[open]}
          lead={leads[open]}
          submitLabel={texts.commands.doing[open]}
          danger={open !== 'user.activate'}
          blocked={given.success ? null : words.incompleteReason}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={words.reason}
            value={reason}
            onChange={(written) => forms.write(open, { reason: written })}
          />
        </CommandForm>
      )
    }
    case 'user.invite':
    case null:
      return null
  }
}

/** Which roles, from when to when, and why. */
function RolesForm({ row: { operator }, forms }: AccountFootProps) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const today = useDay()
  const draft = forms.drafts['user.set-roles'] ?? {
    grants: operator.grants.map(({ role, from, until }, at) => ({
      ...{ key: String(at), role, from },
      until: until ?? '',
    })),
    reason: '',
  }
  const write = (part: Partial<typeof draft>) => forms.write('user.set-roles', { ...draft, ...part })
  const given = COMMAND_ARGUMENTS['user.set-roles'].safeParse({
    ...{ grants: grantsMeant(draft.grants), reason: draft.reason },
  })
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['user.set-roles']}
      lead={words.rolesLead}
      submitLabel={texts.commands.doing['user.set-roles']}
      blocked={given.success ? null : words.incompleteRoles}
      onSubmit={() => given.success && forms.submit('user.set-roles', given.data)}
    >
      <GrantsEditor
        grants={draft.grants}
        today={today}
        onChange={(grants) => write({ grants: [...grants] })}
      />
      <ReasonField label={words.reason} value={draft.reason} onChange={(reason) => write({ reason })} />
    </CommandForm>
  )
}

function ChangeForm({ row: { operator, account }, forms }: AccountFootProps) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const draft = forms.drafts['user.change'] ?? {
    ...{ name: operator.name, email: account.email, staffNumber: account.staffNumber ?? '' },
  }
  const given = COMMAND_ARGUMENTS['user.change'].safeParse({
    ...{ name: draft.name, email: draft.email.trim(), staffNumber: draft.staffNumber.trim() || null },
  })
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['user.change']}
      lead={words.changeLead}
      submitLabel={texts.commands.doing['user.change']}
      blocked={given.success ? null : words.incompletePerson}
      onSubmit={() => given.success && forms.submit('user.change', given.data)}
    >
      <PersonFields draft={draft} onChange={(part) => forms.write('user.change', { ...draft, ...part })} />
    </CommandForm>
  )
}
