import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BrokenJournal, DeskSession } from '#shared/contracts/console-engine/desk.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { engine } from '../engine-client/engine.ts'
import { forgetAnswers } from '../engine-client/forget-answers.ts'
import { Moment } from '../format/instant-text.tsx'
import { savePieces } from '../format/save-file.ts'
import { failureText } from '../i18n/failure-text.ts'
import { useTexts } from '../i18n/language-context.ts'
import classes from './sign-in/sign-in.module.css'
import { SignInCard } from './sign-in/sign-in-card.tsx'
import { DecisionStateMark } from './status/status-mark.tsx'

/** Decisions that are listed; the file has all. */
const SHOWN = 50

interface BrokenJournalCardProps {
  readonly broken: BrokenJournal
  readonly account: Account
}

/** What stands in place of the desk of somebody whose journal cannot be read: what is left of it, and the ways on. */
export function BrokenJournalCard({ broken, account }: BrokenJournalCardProps) {
  const texts = useTexts()
  const words = texts.shell.brokenJournal
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const followed = {
    onSuccess: (session: DeskSession) => {
      queries.setQueryData(engine.session.get.queryKey(), session)
      forgetAnswers(queries)
    },
  }
  const setAside = useMutation(engine.session.setJournalAside.mutationOptions(followed))
  const signOut = useMutation(engine.session.signOut.mutationOptions(followed))
  const error = setAside.error ?? signOut.error
  const { path, decisions } = broken
  return (
    <SignInCard lead={account.name}>
      <Stack gap={12}>
        <Alert color="red" role="alert" title={words.title}>
          {words.lead}
        </Alert>
        <Text size="xs" ff="monospace" className={classes.path ?? ''}>
          {path}
        </Text>
        <Text size="sm">{words.advice}</Text>
        <Text size="sm" fw={600}>
          {decisions.length === 0 ? words.none : words.readable(decisions.length)}
        </Text>
        {decisions.length === 0 ? null : (
          <ul className={classes.decisions}>
            {decisions.slice(0, SHOWN).map(({ id, type, recordTitle, createdAt, state }) => (
              <li key={id}>
                <span>
                  {texts.commands.doing[type]} · {recordTitle}
                </span>
                <span className={classes.beside}>
                  <DecisionStateMark state={state} /> <Moment at={createdAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
        {decisions.length > SHOWN ? (
          <Text size="xs" c="dimmed">
            {words.more(decisions.length - SHOWN)}
          </Text>
        ) : null}
        {error === null ? null : <Alert color="red">{failureText(texts, error)}</Alert>}
        {decisions.length === 0 ? null : (
          <Button variant="default" onClick={() => save(words.fileName, broken)}>
            {words.save}
          </Button>
        )}
        {isAsked ? (
          <Group grow>
            <Button color="red" loading={setAside.isPending} onClick={() => setAside.mutate(undefined)}>
              {words.confirm}
            </Button>
            <Button variant="default" autoFocus onClick={() => setAsked(false)}>
              {words.stay}
            </Button>
          </Group>
        ) : (
          <Button variant="default" onClick={() => setAsked(true)}>
            {words.setAside}…
          </Button>
        )}
        <Button variant="subtle" loading={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
          {words.signOut}
        </Button>
      </Stack>
    </SignInCard>
  )
}

function save(fileName: string, broken: BrokenJournal): void {
  savePieces(`${fileName}.json`, 'application/json', [
    new TextEncoder().encode(`${JSON.stringify(broken, null, 2)}\n`),
  ])
}
