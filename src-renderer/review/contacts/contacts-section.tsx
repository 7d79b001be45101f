import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ulid } from 'ulid'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ContactsBeside } from '#shared/contracts/console-engine/contacts.ts'
import { NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { contactTextSchema } from '#shared/contracts/console-platform/records/contact.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import classes from './contact-lines.module.css'
import { ContactLines } from './contact-lines.tsx'

interface ContactsProps {
  /** Whose contact records are shown. */
  readonly of: ContactsBeside
  /** Of a note that is added. */
  readonly marketplace: string
  /** What the user is called, where it is a user. */
  readonly userName: string | null
}

/** Contacts and notes about a record, as a part of its case. */
export function ContactsSection(props: ContactsProps) {
  const { section } = useTexts().contacts
  if (useUnseen()('contact') !== null) return null
  return (
    <CaseSection title={section}>
      <Contacts {...props} />
    </CaseSection>
  )
}

/** The same as a panel of a page. */
export function ContactsPanel(props: ContactsProps) {
  const { section } = useTexts().contacts
  if (useUnseen()('contact') !== null) return null
  return (
    <Panel title={section}>
      <div style={{ padding: '8px 16px 12px' }}>
        <Contacts {...props} />
      </div>
    </Panel>
  )
}

function Contacts({ of, marketplace, userName }: ContactsProps) {
  const texts = useTexts()
  const words = texts.contacts
  const roles = useAccount()?.roles ?? []
  const beside = useQuery(engine.contacts.beside.queryOptions({ input: of }))
  const rows = beside.data?.rows ?? []
  return (
    <>
      {beside.data !== undefined && rows.length === 0 ? <p className={classes.quiet}>{words.none}</p> : null}
      <ContactLines rows={rows} />
      {beside.data?.more === true ? <p className={classes.quiet}>{words.more(rows.length)}</p> : null}
      {mayCommand(roles, 'contact.open') ? (
        <NewNote of={of} marketplace={marketplace} userName={userName} />
      ) : null}
    </>
  )
}

/** Most of a note that stands for it in lists. */
const SUBJECT_LENGTH = 60

/** A note of the desk, written in place; a call is written down on its own page. */
function NewNote({ of, marketplace, userName }: ContactsProps) {
  const texts = useTexts()
  const words = texts.contacts
  const [text, setText] = useState('')
  const { decide, deciding, refusal } = useDecide()
  const given = contactTextSchema.safeParse(text)
  const about = of.of === 'user' ? `user:${of.id}` : `${of.kind}:${of.id}`
  const save = async () => {
    if (!given.success || deciding) return
    const subject = given.data.replaceAll(/\s+/g, ' ').slice(0, SUBJECT_LENGTH)
    const pending = await decide({
      ...{ type: 'contact.open', recordId: ulid(), recordTitle: subject, expectedVersion: NOT_YET_THERE },
      ...{ seenDigest: null, replaces: null },
      arguments: {
        marketplace,
        userId: of.of === 'user' ? of.id : null,
        userName,
        about: of.of === 'user' ? null : { kind: of.kind, id: of.id },
        ...{ callerName: null, callerPhone: null, callerEmail: null, reason: 'other' },
        ...{ subject, said: given.data, settled: true },
      },
      onUndone: () => setText(text),
    })
    if (pending !== null) setText('')
  }
  return (
    <div className={classes.note}>
      <Textarea
        className={classes.text ?? ''}
        aria-label={words.noteOf}
        placeholder={words.noteHint}
        autosize
        minRows={1}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={refusal}
      />
      <Button variant="default" disabled={!given.success} loading={deciding} onClick={() => void save()}>
        {texts.commands.doing['contact.note']}
      </Button>
      <Button
        variant="subtle"
        renderRoot={(props) => <Link to="/contacts" search={{ record: about }} {...props} />}
      >
        {texts.commands.doing['contact.open']}
      </Button>
    </div>
  )
}
