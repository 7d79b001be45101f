import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { ContactDraft } from '#renderer/review/forms/contact-drafts.ts'
import { useMakingForm } from '#renderer/review/forms/use-making-form.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { CONTACT_REASONS, CONTACT_SUBJECTS } from '#shared/contracts/console-platform/records/contact.ts'
import classes from './contacts.module.css'

interface OpenContactFormProps {
  /** The decision that came back and is taken again; null where none is. */
  readonly returned: ReturnedDecision | null
  /** What it is about, as `kind:id` of a record or a user; empty where it is about nothing yet. */
  readonly about: string
  readonly onClose: () => void
}

/** Writes down who got in touch, for what, and about which record. */
export function OpenContactForm({ returned, about, onClose }: OpenContactFormProps) {
  const texts = useTexts()
  const words = texts.contacts
  const { fields } = words
  const { choices } = useMarketplaces()
  const [kind = '', id = ''] = about.split(/:(.*)/s)
  const subject = CONTACT_SUBJECTS.find((each) => each === kind)
  const ofRecord = subject === undefined ? null : { kind: subject, id }
  const userId = kind === 'user' ? id : ''
  const form = useMakingForm({
    type: 'contact.open',
    isAbout: (draft) => (draft.about?.id ?? draft.userId) === (ofRecord?.id ?? userId),
    empty: {
      ...{ marketplace: '', userId, userName: '', about: ofRecord },
      ...{ callerName: '', callerPhone: '', callerEmail: '', reason: null, subject: '', said: '' },
      settled: false,
    },
    ...{ returned, onClose },
  })
  const { draft, write } = form
  const found = useAbout(draft)
  const marketplace = draft.marketplace || found.marketplace
  const given = COMMAND_ARGUMENTS['contact.open'].safeParse({
    ...draft,
    marketplace,
    userId: draft.userId || null,
    userName: draft.userId === '' ? null : draft.userName || found.userName,
    callerName: draft.callerName.trim() || null,
    callerPhone: draft.callerPhone.trim() || null,
    callerEmail: draft.callerEmail.trim() || null,
  })
  const field = (name: 'callerName' | 'callerPhone' | 'callerEmail' | 'subject') => (
    <TextInput
      label={fields[name]}
      maxLength={200}
      value={draft[name]}
      onChange={(event) => write({ [name]: event.currentTarget.value })}
    />
  )
  if (!form.known) return null
  return (
    <CommandForm
      place={form.place}
      title={texts.commands.doing['contact.open']}
      lead={found.title === null ? words.openLead : `${found.title}。${words.openLead}`}
      submitLabel={texts.commands.doing['contact.open']}
      blocked={given.success ? null : words.incomplete}
      onSubmit={() => void (given.success && form.submit(given.data.subject, given.data))}
      alone
    >
      <div className={classes.fields}>
        {draft.about === null ? (
          <NativeSelect
            label={words.columns.marketplace}
            data={[{ value: '', label: '' }, ...choices]}
            value={marketplace}
            onChange={(event) => write({ marketplace: event.currentTarget.value })}
          />
        ) : null}
        <NativeSelect
          label={fields.reason}
          data={[
            { value: '', label: '' },
            ...CONTACT_REASONS.map((value) => ({ value, label: words.reasons[value] })),
          ]}
          value={draft.reason ?? ''}
          onChange={({ currentTarget: { value } }) =>
            write({ reason: CONTACT_REASONS.find((each) => each === value) ?? null })
          }
        />
        {field('callerName')}
        {field('callerPhone')}
        {field('callerEmail')}
      </div>
      {field('subject')}
      <ReasonField label={fields.said} value={draft.said} onChange={(said) => write({ said })} />
      <Checkbox
        label={fields.settled}
        checked={draft.settled}
        onChange={(event) => write({ settled: event.currentTarget.checked })}
      />
    </CommandForm>
  )
}

/** What the draft is about: what it is called, whose marketplace it is, and what the user is called. */
function useAbout({ about, userId }: Pick<ContactDraft, 'about' | 'userId'>) {
  const input = { id: about?.id ?? '' }
  const asked = (kind: NonNullable<ContactDraft['about']>['kind']) => about?.kind === kind
  const subscription = useQuery({
    ...engine.subscriptions.get.queryOptions({ input }),
    enabled: asked('subscription'),
  }).data?.subscription
  const cluster = useQuery({ ...engine.clusters.get.queryOptions({ input }), enabled: asked('cluster') }).data
    ?.cluster
  const order = useQuery({ ...engine.orders.get.queryOptions({ input }), enabled: asked('order') }).data
    ?.order
  const provider = useQuery({ ...engine.providers.get.queryOptions({ input }), enabled: asked('provider') })
    .data?.provider
  const user = useQuery({
    ...engine.users.get.queryOptions({ input: { id: userId } }),
    enabled: about === null && userId !== '',
  }).data
  const bought = subscription ?? cluster
  const record = bought ?? order ?? provider
  const title =
    bought !== undefined
      ? `${bought.productName} · ${bought.userName}`
      : order !== undefined
        ? `${order.number} ${order.productName}`
        : (provider?.name ?? user?.names[0] ?? null)
  return {
    title,
    marketplace: record?.marketplace ?? user?.marketplaces[0] ?? '',
    userName: user?.names[0] ?? null,
  }
}
