import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { ulid } from 'ulid'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { Returned } from '#renderer/review/returned-banner.tsx'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { NoticeTemplateHere } from '#shared/contracts/console-engine/notices.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import {
  COMMAND_ARGUMENTS,
  COMMANDS,
  type CommandArguments,
  NOT_YET_THERE,
} from '#shared/contracts/console-platform/commands.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import {
  SUBJECT_LIMIT,
  TEXT_LIMIT,
  type TemplateTexts,
  unknownPlaceholders,
} from '#shared/rules/notices/notice-template.ts'
import { type Occasion, placeholderName, placeholdersOf } from '#shared/rules/notices/occasions.ts'
import { NoticeTemplateHistory } from './notice-template-history.tsx'
import { NoticeTemplatePreview } from './notice-template-preview.tsx'
import classes from './notice-templates.module.css'

interface NoticeTemplateEditorProps {
  readonly occasion: Occasion
  readonly marketplace: string
  readonly here: NoticeTemplateHere
  /** The record that the address names. */
  readonly shown: string | null
  /** Decisions about this template that came back. */
  readonly returned: readonly {
    readonly decision: ReturnedDecision
    readonly given: CommandArguments<'notice.set-template'>
  }[]
}

/** The wording of one occasion in both languages, how it would read, and who set what. */
export function NoticeTemplateEditor(props: NoticeTemplateEditorProps) {
  const { occasion, marketplace, here, shown, returned } = props
  const texts = useTexts()
  const words = texts.notices.templates
  const maySet = mayCommand(useAccount()?.roles ?? [], 'notice.set-template')
  const { decide, deciding, refusal } = useDecide()
  const [draft, setDraft] = useState<TemplateTexts>(here.texts)
  const [reason, setReason] = useState('')
  const [again, setAgain] = useState<string | null>(null)
  const given = COMMAND_ARGUMENTS['notice.set-template'].safeParse({
    ...{ occasion, marketplace, number: here.nextNumber, texts: draft, reason },
  })
  const unknown = unknownPlaceholders(occasion, draft)
  const why = whyNot()

  function whyNot(): string | null {
    if (unknown.length > 0) return words.unknown(unknown.join(' '))
    if (!COMMAND_ARGUMENTS['notice.set-template'].shape.texts.safeParse(draft).success) return words.empty
    if (isSame(draft, here.texts)) return words.same
    return given.success ? null : words.reasonMissing
  }

  async function submit() {
    if (!given.success || why !== null) return
    const pending = await decide({
      ...{ type: 'notice.set-template', recordId: ulid(), recordTitle: given.data.texts.zh.subject },
      ...{ expectedVersion: NOT_YET_THERE, seenDigest: null, arguments: given.data, replaces: again },
    })
    if (pending === null) return
    setReason('')
    setAgain(null)
  }

  return (
    <div className={classes.column}>
      {returned.map(({ decision, given: meant }) => (
        <Returned
          key={decision.commandId}
          decision={decision}
          onAgain={() => {
            setDraft(meant.texts)
            setReason(meant.reason)
            setAgain(decision.commandId)
          }}
        />
      ))}
      <p className={classes.quiet}>{fromText(words, here, marketplace)}</p>
      <div className={classes.languages}>
        {(['zh', 'en'] as const).map((language) => (
          <LanguageForm
            key={language}
            title={texts.notices.languages[language]}
            readOnly={!maySet}
            text={draft[language]}
            onChange={(text) => setDraft({ ...draft, [language]: text })}
          />
        ))}
      </div>
      <Placeholders occasion={occasion} />
      {maySet ? (
        <div className={classes.foot}>
          <ReasonField label={words.reason} value={reason} onChange={setReason} />
          <Group gap={8}>
            <Button loading={deciding} disabled={why !== null} onClick={() => void submit()}>
              {words.save}
            </Button>
            {isSame(draft, here.standard) ? null : (
              <Button variant="subtle" color="gray" onClick={() => setDraft(here.standard)}>
                {words.toStandard}
              </Button>
            )}
          </Group>
          <p
            className={classes.why}
            data-wrong={refusal !== null || unknown.length > 0}
            role={refusal === null ? undefined : 'alert'}
          >
            {refusal ?? why}
          </p>
        </div>
      ) : (
        <WhoSets />
      )}
      <NoticeTemplatePreview occasion={occasion} texts={draft} records={here.records} />
      <NoticeTemplateHistory
        history={here.history}
        shown={shown}
        onTakeUp={maySet ? (each) => setDraft(each) : null}
      />
    </div>
  )
}

function isSame(one: TemplateTexts, other: TemplateTexts): boolean {
  return (['zh', 'en'] as const).every(
    (language) =>
      one[language].subject.trim() === other[language].subject.trim() &&
      one[language].body.trim() === other[language].body.trim(),
  )
}

function fromText(
  { from: words }: ReturnType<typeof useTexts>['notices']['templates'],
  { from }: NoticeTemplateHere,
  marketplace: string,
): string {
  if (from.number === 0) return words.shipped
  return from.marketplace === marketplace ? words.own(from.number) : words.all(from.number)
}

interface LanguageFormProps {
  readonly title: string
  readonly readOnly: boolean
  readonly text: TemplateTexts['zh']
  readonly onChange: (text: TemplateTexts['zh']) => void
}

function LanguageForm({ title, readOnly, text, onChange }: LanguageFormProps) {
  const words = useTexts().notices.templates
  return (
    <Panel title={title}>
      <div className={classes.form}>
        <TextInput
          label={words.subject}
          maxLength={SUBJECT_LIMIT}
          readOnly={readOnly}
          value={text.subject}
          onChange={(event) => onChange({ ...text, subject: event.currentTarget.value })}
        />
        <Textarea
          label={words.body}
          autosize
          minRows={8}
          maxRows={20}
          maxLength={TEXT_LIMIT}
          readOnly={readOnly}
          value={text.body}
          onChange={(event) => onChange({ ...text, body: event.currentTarget.value })}
        />
      </div>
    </Panel>
  )
}

/** What a template of the occasion may name, and what each stands for. */
function Placeholders({ occasion }: { readonly occasion: Occasion }) {
  const words = useTexts().notices.templates
  const say = useBilingual()
  return (
    <section aria-label={words.placeholders} className={classes.placeholders}>
      <p className={classes.quiet}>
        {words.placeholders} · {words.placeholdersLead}
      </p>
      <ul>
        {placeholdersOf(occasion).map((name) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code> {say(placeholderName(name))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who may set what others only look at. */
function WhoSets() {
  const all = useTexts()
  const who = all.review.listed(COMMANDS['notice.set-template'].roles.map((role) => all.roles.role[role]))
  return (
    <p className={classes.why}>
      <IconLock size={13} aria-hidden /> {all.rules.mayNot(all.commands.doing['notice.set-template'], who)}
    </p>
  )
}
