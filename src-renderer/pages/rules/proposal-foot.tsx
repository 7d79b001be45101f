import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import { COMMAND_ARGUMENTS, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { Proposal } from '#shared/contracts/console-platform/records/proposal.ts'

/** The kinds that one person proposes and another adopts, and the commands about each. */
const COMMANDS_OF = {
  companyControl: { adopt: 'control.adopt', decline: 'control.decline' },
  policyPack: { adopt: 'policy.adopt', decline: 'policy.decline' },
  holidayTable: { adopt: 'calendar.adopt', decline: 'calendar.decline' },
} as const
type ProposalKind = keyof typeof COMMANDS_OF
type Commands = (typeof COMMANDS_OF)[ProposalKind]

interface ProposalFootProps {
  readonly kind: ProposalKind
  readonly proposal: Proposal
  readonly tooLate: boolean
  readonly allowed: readonly CommandType[]
  readonly forms: CaseForms
  /** What the second person looks at once more. */
  readonly difference: ReactNode
}

/** What can be decided about a change, and the form in which it is being decided. */
export function ProposalFoot({ kind, proposal, tooLate, allowed, forms, difference }: ProposalFootProps) {
  const texts = useTexts()
  const commands = COMMANDS_OF[kind]
  const isOwn = useAccount()?.id === proposal.proposed.by
  const waits = proposal.status === 'proposed'
  const missing = useMissing(
    kind,
    allowed,
    (type) => waits && (type === commands.decline || (type === commands.adopt && !tooLate)),
    // Maker and checker are two people.
    { [commands.adopt]: [proposal.proposed.by] },
  )
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        labels: isOwn ? { [commands.decline]: texts.rules.decline.withdraw } : {},
      })}
      openId={forms.open}
      missing={missing}
      idle={waits ? (tooLate ? texts.rules.tooLate : texts.rules.waits) : texts.rules.settled}
    >
      {forms.open === commands.adopt ? (
        <AdoptForm commands={commands} proposal={proposal} forms={forms} difference={difference} />
      ) : forms.open === commands.decline ? (
        <DeclineForm commands={commands} isOwn={isOwn} forms={forms} />
      ) : null}
    </CaseFoot>
  )
}

interface FormProps {
  readonly commands: Commands
  readonly forms: CaseForms
}

function AdoptForm({
  commands,
  proposal,
  forms,
  difference,
}: FormProps & Pick<ProposalFootProps, 'proposal' | 'difference'>) {
  const texts = useTexts().rules.adopt
  return (
    <CommandForm
      place={forms}
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit(proposal.from)}
      blocked={null}
      onSubmit={() => forms.submit(commands.adopt, {})}
    >
      {difference}
    </CommandForm>
  )
}

function DeclineForm({ commands, isOwn, forms }: FormProps & { readonly isOwn: boolean }) {
  const texts = useTexts().rules.decline
  const type = commands.decline
  const reason = forms.drafts[type]?.reason ?? ''
  const given = COMMAND_ARGUMENTS[type].safeParse({ reason })
  return (
    <CommandForm
      place={forms}
      title={isOwn ? texts.withdrawTitle : texts.title}
      lead={texts.lead}
      submitLabel={isOwn ? texts.withdraw : texts.submit}
      danger
      blocked={given.success ? null : texts.incomplete}
      onSubmit={() => given.success && forms.submit(type, given.data)}
    >
      <Textarea
        label={texts.reason}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={NOTE_LIMIT}
        value={reason}
        onChange={(event) => forms.write(type, { reason: event.currentTarget.value })}
      />
    </CommandForm>
  )
}
