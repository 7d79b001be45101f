import { Button, Group } from '@mantine/core'
import { IconDownload, IconLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import { savePieces } from '#renderer/format/save-file.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { Returned } from '#renderer/review/returned-banner.tsx'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { TemplateHere } from '#shared/contracts/console-engine/payment-templates.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS, COMMANDS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import classes from './payment-templates.module.css'
import { draftOf, isSameTemplate, type TemplateDraft, templateOf, troubleWith } from './template-draft.ts'
import { TemplateForm } from './template-form.tsx'
import { TemplateHistory } from './template-history.tsx'
import { templateMeant } from './template-meant.ts'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateShown } from './template-shown.tsx'

interface BankTemplateEditorProps {
  readonly here: TemplateHere
  /** Of a bank that has none yet. */
  readonly isNew: boolean
  /** Ids of all templates. */
  readonly taken: readonly string[]
  /** The record that the address names. */
  readonly shown: string | null
  /** Decisions about this template that came back. */
  readonly returned: readonly ReturnedDecision[]
  readonly onSet: (id: string) => void
}

/** The template of one bank: its columns, what it writes, and who set what. */
export function BankTemplateEditor({ here, isNew, taken, shown, returned, onSet }: BankTemplateEditorProps) {
  const { template: current, standard, history } = here
  const words = useTexts().payoutBatches.templates
  const maySet = mayCommand(useAccount()?.roles ?? [], 'payout.set-template')
  const { decide, deciding, refusal } = useDecide()
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(current))
  const [reason, setReason] = useState('')
  const [again, setAgain] = useState<string | null>(null)
  const template = templateOf(draft)
  const given = COMMAND_ARGUMENTS['payout.set-template'].safeParse({
    ...{ number: (history[0]?.number ?? 0) + 1, template, reason },
  })
  const why = whyNot()

  function whyNot(): string | null {
    const trouble = isNew && taken.includes(draft.id) ? 'id-taken' : troubleWith(draft)
    if (trouble !== null || template === null) return words.trouble[trouble ?? 'invalid']
    if (!isNew && isSameTemplate(template, current)) return words.same
    return given.success ? null : words.reasonMissing
  }

  async function submit() {
    if (!given.success || why !== null) return
    const pending = await decide({
      ...{ type: 'payout.set-template', recordId: ulid(), recordTitle: given.data.template.name },
      ...{ expectedVersion: NOT_YET_THERE, seenDigest: null, arguments: given.data, replaces: again },
    })
    if (pending === null) return
    setReason('')
    setAgain(null)
    if (isNew) onSet(given.data.template.id)
  }

  function takeUp(decision: ReturnedDecision) {
    const meant = templateMeant(decision)
    if (meant === null) return
    setDraft(draftOf(meant.template))
    setReason(meant.reason)
    setAgain(decision.commandId)
  }

  return (
    <div className={classes.column}>
      {returned.map((decision) => (
        <Returned key={decision.commandId} decision={decision} onAgain={() => takeUp(decision)} />
      ))}
      {maySet ? (
        <TemplateForm draft={draft} isNew={isNew} onChange={setDraft} />
      ) : (
        <TemplateShown template={current} />
      )}
      {maySet ? (
        <div className={classes.foot}>
          <ReasonField label={words.reason} value={reason} onChange={setReason} />
          <Group gap={8}>
            <Button loading={deciding} disabled={why !== null} onClick={() => void submit()}>
              {words.adopt}
            </Button>
            {standard === null ? null : (
              <Button variant="subtle" color="gray" onClick={() => setDraft(draftOf(standard))}>
                {words.toStandard}
              </Button>
            )}
            <SaveJson template={template} />
          </Group>
          <p
            className={classes.why}
            data-wrong={refusal !== null}
            role={refusal === null ? undefined : 'alert'}
          >
            {refusal ?? why}
          </p>
        </div>
      ) : (
        <Group gap={8}>
          <SaveJson template={template} />
          <WhoSets />
        </Group>
      )}
      {template === null ? null : <TemplatePreview template={template} />}
      {isNew ? null : (
        <TemplateHistory
          history={history}
          shown={shown}
          onTakeUp={maySet ? (each) => setDraft(draftOf(each)) : null}
        />
      )}
    </div>
  )
}

/** The template as the command line takes it. */
function SaveJson({ template }: { readonly template: BankTemplate | null }): ReactNode {
  const words = useTexts().payoutBatches.templates
  return template === null ? null : (
    <Button
      variant="default"
      title={words.saveLead}
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => {
        const bytes = new TextEncoder().encode(`${JSON.stringify(template, null, 2)}\n`)
        savePieces(`${template.id}-template.json`, 'application/json', [bytes])
      }}
    >
      {words.save}
    </Button>
  )
}

/** Who may set what others only look at. */
function WhoSets(): ReactNode {
  const all = useTexts()
  const who = all.review.listed(COMMANDS['payout.set-template'].roles.map((role) => all.roles.role[role]))
  return (
    <p className={classes.why}>
      <IconLock size={13} aria-hidden /> {all.rules.mayNot(all.commands.doing['payout.set-template'], who)}
    </p>
  )
}
