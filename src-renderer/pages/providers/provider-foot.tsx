import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { providerAllows } from '#shared/contracts/console-platform/transitions/provider-transitions.ts'
import { AttachEvidence } from '../../files/attach-evidence.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { caseActions } from '../../review/decision-bar.tsx'
import { CaseFoot } from '../../review/forms/case-foot.tsx'
import { CommandForm } from '../../review/forms/command-form.tsx'
import { formAbout } from '../../review/forms/command-forms.ts'
import type { CaseForms } from '../../review/forms/use-case-forms.ts'
import { ReasonField } from '../../review/reason-field.tsx'
import { useMissing } from '../../review/use-missing.ts'
import classes from './providers.module.css'
import { TermForm } from './term-form.tsx'
import { useEffects } from './use-effects.ts'
import { VerificationForm } from './verification-form.tsx'

interface ProviderFootProps {
  readonly opened: ProviderCase
  readonly forms: CaseForms
}

/** What can be decided about a vendor, what follows from it, and the form in which it is being decided. */
export function ProviderFoot({ opened, forms }: ProviderFootProps) {
  const texts = useTexts()
  const words = texts.providers
  const { provider, allowed, matters } = opened
  const first = matters.filter((each) => each.first).map(({ matter }) => words.matter[matter])
  const missing = useMissing('provider', allowed, (type) => providerAllows(provider, type))
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: {
          'provider.close': first.length === 0 ? null : words.firstSettle(texts.review.listed(first)),
        },
      })}
      openId={forms.open}
      missing={missing}
      idle={words.idle[provider.status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened, forms }: ProviderFootProps): ReactElement | null {
  const open = formAbout('provider', forms.open)
  switch (open) {
    case 'provider.re-verify':
      return <VerificationForm opened={opened} forms={forms} />
    case 'provider.record-term':
      return <TermForm opened={opened} forms={forms} />
    case 'provider.leave':
      return <LeaveForm opened={opened} forms={forms} />
    case 'provider.suspend':
    case 'provider.resume':
    case 'provider.pause-payouts':
    case 'provider.resume-payouts':
    case 'provider.close':
      return <WhyForm key={open} type={open} opened={opened} forms={forms} />
    case null:
      return null
  }
}

interface WhyFormProps extends ProviderFootProps {
  readonly type:
    | 'provider.suspend'
    | 'provider.resume'
    | 'provider.pause-payouts'
    | 'provider.resume-payouts'
    | 'provider.close'
}

/** What follows, why, and what proves it. */
function WhyForm({ type, opened, forms }: WhyFormProps) {
  const texts = useTexts()
  const words = texts.providers
  const draft = forms.drafts[type] ?? { reason: '', attachments: [] }
  const write = (part: Partial<typeof draft>) => forms.write(type, { ...draft, ...part })
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={<Effects opened={opened} type={type} />}
      submitLabel={texts.commands.doing[type]}
      danger={type !== 'provider.resume' && type !== 'provider.resume-payouts'}
      blocked={given.success ? null : words.incompleteReason}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <ReasonField label={words.reason} value={draft.reason} onChange={(reason) => write({ reason })} />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}

/** The same with the day the vendor said it. */
function LeaveForm({ opened, forms }: ProviderFootProps) {
  const texts = useTexts()
  const words = texts.providers
  const { on: today } = opened
  const type = 'provider.leave'
  const draft = forms.drafts[type] ?? { on: today, reason: '', attachments: [] }
  const write = (part: Partial<typeof draft>) => forms.write(type, { ...draft, ...part })
  const given = COMMAND_ARGUMENTS[type].safeParse(draft)
  const isOver = given.success && given.data.on <= today
  const blocked =
    draft.reason.trim().length < 4 ? words.incompleteReason : isOver ? null : words.incompleteDay
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={<Effects opened={opened} type={type} />}
      submitLabel={texts.commands.doing[type]}
      danger
      blocked={blocked}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <TextInput
        type="date"
        label={words.leftOn}
        max={today}
        value={draft.on}
        onChange={(event) => write({ on: event.currentTarget.value })}
      />
      <ReasonField label={words.reason} value={draft.reason} onChange={(reason) => write({ reason })} />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
    </CommandForm>
  )
}

/** What a decision does, said beforehand. */
function Effects({
  opened,
  type,
}: Pick<WhyFormProps, 'opened'> & { readonly type: Parameters<typeof useEffects>[1] }) {
  const words = useTexts().providers
  const effects = useEffects(opened, type)
  return (
    <ul className={classes.effects} aria-label={words.effects}>
      {effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  )
}
