import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { verificationOutcomeSchema } from '#shared/contracts/console-platform/records/provider.ts'
import { AttachEvidence } from '../../files/attach-evidence.tsx'
import { CopyId } from '../../format/copy-id.tsx'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { CommandForm } from '../../review/forms/command-form.tsx'
import type { CommandDraft } from '../../review/forms/command-forms.ts'
import type { CaseForms } from '../../review/forms/use-case-forms.ts'
import { ReasonField } from '../../review/reason-field.tsx'
import classes from './providers.module.css'

const TYPE = 'provider.re-verify'
type Draft = CommandDraft<typeof TYPE>

interface VerificationFormProps {
  readonly opened: ProviderCase
  readonly forms: CaseForms
}

/** 复审: the code to look up, what the public register says, a picture of it, and papers that were renewed. */
export function VerificationForm({ opened, forms }: VerificationFormProps) {
  const texts = useTexts()
  const words = texts.providers
  const { verify } = words
  const { on: today } = opened
  const { uscc } = opened.provider
  const draft: Draft = forms.drafts[TYPE] ?? {
    ...{ on: today, outcome: null, reason: '', documents: [], attachments: [] },
  }
  const write = (part: Partial<Draft>) => forms.write(TYPE, { ...draft, ...part })
  const given = COMMAND_ARGUMENTS[TYPE].safeParse({
    ...draft,
    documents: draft.documents.map((each) => ({
      ...each,
      expiresOn: each.expiresOn === '' ? null : each.expiresOn,
    })),
  })
  const isSaid = given.success && (given.data.outcome === 'in-order' || given.data.reason.length >= 4)
  const isPast = given.success && given.data.on <= today
  const named = draft.documents.every(({ kind }) => kind !== '')
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[TYPE]}
      lead={verify.lead}
      submitLabel={texts.commands.doing[TYPE]}
      blocked={!isSaid || !named ? verify.incomplete : isPast ? null : words.incompleteDay}
      onSubmit={() => given.success && forms.submit(TYPE, given.data)}
    >
      {uscc === null ? null : (
        <div className={classes.code}>
          {words.uscc} <CopyId id={uscc} whole />
        </div>
      )}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={verify.on}
          max={today}
          value={draft.on}
          onChange={(event) => write({ on: event.currentTarget.value })}
        />
        <Select
          label={verify.outcome}
          data={verificationOutcomeSchema.options.map((value) => ({ value, label: words.outcome[value] }))}
          value={draft.outcome}
          onChange={(outcome) => write({ outcome })}
        />
      </div>
      <ReasonField
        label={draft.outcome === 'differs' ? verify.differs : verify.note}
        value={draft.reason}
        onChange={(reason) => write({ reason })}
      />
      <AttachEvidence attachments={draft.attachments} onChange={(attachments) => write({ attachments })} />
      <RenewedPapers opened={opened} draft={draft} write={write} />
    </CommandForm>
  )
}

interface RenewedPapersProps {
  readonly opened: ProviderCase
  readonly draft: Draft
  readonly write: (part: Partial<Draft>) => void
}

/** Papers that take the place of earlier ones: each a file, what it is, and when it runs out. */
function RenewedPapers({ opened, draft, write }: RenewedPapersProps) {
  const { verify } = useTexts().providers
  const { remove } = useTexts().review.attachments
  const say = useBilingual()
  const { documents } = draft
  const change = (index: number, part: Partial<Draft['documents'][number]>) =>
    write({ documents: documents.map((each, at) => (at === index ? { ...each, ...part } : each)) })
  return (
    <section className={classes.renewed} aria-label={verify.renewed}>
      <strong>{verify.renewed}</strong>
      <span className={classes.quiet}>{verify.renewedLead}</span>
      {documents.map(({ kind, expiresOn, file }, index) => (
        <div key={`${file.sha256} ${file.name}`} className={classes.renewedRow}>
          <span className={classes.lineName} title={file.name}>
            {file.name}
          </span>
          <Select
            aria-label={verify.paper}
            placeholder={verify.paper}
            searchable
            data={opened.paperKinds.map((each) => ({ value: each.kind, label: say(each.name) }))}
            value={kind === '' ? null : kind}
            onChange={(value) => change(index, { kind: value ?? '' })}
          />
          <TextInput
            type="date"
            aria-label={verify.expiresOn}
            title={verify.expiresOn}
            value={expiresOn}
            onChange={(event) => change(index, { expiresOn: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={remove(file.name)}
            onClick={() => write({ documents: documents.filter((_, at) => at !== index) })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <AttachEvidence
        attachments={[]}
        onChange={(files) =>
          write({
            documents: [...documents, ...files.map((file) => ({ kind: '', expiresOn: '', file }))],
          })
        }
      />
    </section>
  )
}
