import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { OnlyMark } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReturnedMakings } from '#renderer/review/returned-makings.tsx'
import { contactFilterOf } from '#renderer/routes/contact-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { ContactCaseView } from './contact-case.tsx'
import { useContactColumns } from './contact-columns.tsx'
import { ContactFilters } from './contact-filters.tsx'
import { ContactTallyPage } from './contact-tally.tsx'
import { OpenContactForm } from './open-contact-form.tsx'

/** 联系记录: who got in touch for what, and who goes on with it; or how many by product and reason. */
export function ContactsPage() {
  const { id } = useParams({ strict: false })
  const { tally } = useSearch({ from: '/contacts' })
  return tally === true && id === undefined ? <ContactTallyPage /> : <ContactQueue />
}

/** A new one is written in place of the case. */
function ContactQueue() {
  const texts = useTexts()
  const search = useSearch({ from: '/contacts' })
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'contact',
    address: '/contacts',
    search,
    filter: contactFilterOf(search),
    firstSort: 'openedAt',
    lastFirst: true,
    list: engine.contacts.list,
    exported: engine.contacts.export,
  })
  const only = useOnly(queue.filter)
  const { change } = queue
  const mayRecord = mayCommand(roles, 'contact.open')
  const close = () => {
    setAgain(null)
    change({ record: undefined })
  }
  const isWriting = mayRecord && (again !== null || search.record !== undefined)
  return (
    <QueueFrame
      queue={queue}
      name="contacts"
      title={texts.shell.screens.contacts}
      columns={useContactColumns()}
      empty={<Empty title={texts.contacts.nothing} lead={texts.contacts.nothingLead} />}
      actions={
        <>
          <Button variant="subtle" onClick={() => queue.show(null, { tally: true })}>
            {texts.contacts.byProduct}
          </Button>
          {mayRecord ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => change({ record: '' })}
            >
              {texts.commands.doing['contact.open']}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <ReturnedMakings type="contact.open" onAgain={setAgain} />
          <ContactFilters filter={queue.filter} onChange={change} />
          <OnlyMark only={only} onChange={change} />
        </>
      }
      beside={
        isWriting ? (
          <OpenContactForm
            key={again?.commandId ?? search.record}
            returned={again}
            about={search.record ?? ''}
            onClose={close}
          />
        ) : null
      }
    >
      {(open) => <ContactCaseView {...open} />}
    </QueueFrame>
  )
}
