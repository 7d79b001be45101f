import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { ContactCase } from '#shared/contracts/console-engine/contacts.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { CONTACT_OUTCOMES, CONTACT_PARTIES } from '#shared/contracts/console-platform/records/contact.ts'
import { contactAllows } from '#shared/contracts/console-platform/transitions/contact-transitions.ts'
import classes from './contacts.module.css'

interface ContactFootProps {
  readonly opened: ContactCase
  readonly forms: CaseForms
}

/** What can be done with a contact record, and the form in which it is being done. */
export function ContactFoot({ opened, forms }: ContactFootProps) {
  const texts = useTexts()
  const { contact, allowed, status } = opened
  const missing = useMissing('contact', allowed, (type) => contactAllows(contact, type))
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.contacts.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened, forms }: ContactFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.contacts
  const open = formAbout('contact', forms.open)
  switch (open) {
    case 'contact.hand-over':
      return <HandOverForm opened={opened} forms={forms} />
    case 'contact.close': {
      const draft = forms.drafts[open] ?? { outcome: 'resolved' as const, text: '' }
      const given = COMMAND_ARGUMENTS[open].safeParse(draft)
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.closeLead}
          submitLabel={texts.commands.doing[open]}
          blocked={given.success ? null : words.incompleteText}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <NativeSelect
            label={words.fields.outcome}
            data={CONTACT_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
            value={draft.outcome}
            onChange={({ currentTarget: { value } }) => {
              const outcome = CONTACT_OUTCOMES.find((each) => each === value)
              if (outcome !== undefined) forms.write(open, { ...draft, outcome })
            }}
          />
          <ReasonField
            label={words.content}
            value={draft.text}
            onChange={(text) => forms.write(open, { ...draft, text })}
          />
        </CommandForm>
      )
    }
    case 'contact.record-answer':
    case 'contact.note':
    case 'contact.reopen': {
      const text = forms.drafts[open]?.text ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ text })
      const leads = {
        'contact.record-answer': words.answerLead,
        'contact.note': words.noteLead,
        'contact.reopen': words.reopenLead,
      }
      return (
        <CommandForm
          key={open}
          place={forms}
          title={texts.commands.doing[open]}
          lead={leads[open]}
          submitLabel={texts.commands.doing[open]}
          blocked={given.success ? null : words.incompleteText}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={words.content}
            value={text}
            onChange={(written) => forms.write(open, { text: written })}
          />
        </CommandForm>
      )
    }
    case 'contact.open':
    case null:
      return null
  }
}

/** To whom, by when, and what is asked. */
function HandOverForm({ opened: { contact, answerBy, today }, forms }: ContactFootProps) {
  const texts = useTexts()
  const words = texts.contacts
  const parties = CONTACT_PARTIES.filter((party) => party !== 'provider' || contact.providerId !== '')
  const draft = forms.drafts['contact.hand-over'] ?? { to: null, dueOn: '', text: '' }
  const write = (part: Partial<typeof draft>) => forms.write('contact.hand-over', { ...draft, ...part })
  const to = draft.to ?? parties[0] ?? null
  const dueOn = draft.dueOn === '' ? answerBy : draft.dueOn
  const given = COMMAND_ARGUMENTS['contact.hand-over'].safeParse({ to, dueOn, text: draft.text })
  const complete = given.success && given.data.dueOn >= today
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['contact.hand-over']}
      lead={to === 'provider' ? `${words.handLead}${words.handToVendor}` : words.handLead}
      submitLabel={texts.commands.doing['contact.hand-over']}
      blocked={complete ? null : words.incompleteHand}
      onSubmit={() => given.success && forms.submit('contact.hand-over', given.data)}
    >
      <div className={classes.fields}>
        <NativeSelect
          label={words.fields.handedTo}
          data={parties.map((value) => ({ value, label: words.parties[value] }))}
          value={to ?? ''}
          onChange={({ currentTarget: { value } }) =>
            write({ to: parties.find((each) => each === value) ?? null })
          }
        />
        <TextInput
          type="date"
          label={words.fields.dueOn}
          min={today}
          value={dueOn}
          onChange={(event) => write({ dueOn: event.currentTarget.value })}
        />
      </div>
      <ReasonField label={words.content} value={draft.text} onChange={(text) => write({ text })} />
    </CommandForm>
  )
}
