import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { PASSWORD_MAX, PASSWORD_MIN } from '#shared/contracts/console-platform/accounts.ts'
import { engine } from '../../engine-client/engine.ts'
import { failureOf } from '../../engine-client/engine-error.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Refusal, useCountdown } from '../../shell/sign-in/refusal.tsx'
import classes from './settings-page.module.css'

const EMPTY = { current: '', next: '', repeated: '' }

/** Changes one's own password; what is typed is kept nowhere. */
export function Password() {
  const texts = useTexts()
  const words = texts.settings.password
  const { newPasswordHint, repeat, differ } = texts.shell.signIn
  const [typed, setTyped] = useState(EMPTY)
  const change = useMutation(
    engine.accounts.changePassword.mutationOptions({ onSuccess: () => setTyped(EMPTY) }),
  )
  const failure = change.error === null ? null : failureOf(change.error)
  const wait = useCountdown(failure?.kind === 'throttled' ? failure.seconds : 0, change.submittedAt)
  const { current, next, repeated } = typed
  const isDifferent = repeated !== '' && repeated !== next
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next === repeated) change.mutate({ current, next })
  }
  return (
    <Panel title={words.title}>
      <form className={classes.password} onSubmit={submit} aria-label={words.title}>
        <PasswordInput
          label={words.current}
          autoComplete="current-password"
          required
          withAsterisk={false}
          maxLength={PASSWORD_MAX}
          value={current}
          onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
        />
        <PasswordInput
          label={words.next}
          description={newPasswordHint(PASSWORD_MIN)}
          inputWrapperOrder={['label', 'input', 'description']}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={PASSWORD_MIN}
          maxLength={PASSWORD_MAX}
          value={next}
          onChange={(event) => setTyped({ ...typed, next: event.currentTarget.value })}
        />
        <PasswordInput
          label={repeat}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={PASSWORD_MAX}
          error={isDifferent ? differ : null}
          value={repeated}
          onChange={(event) => setTyped({ ...typed, repeated: event.currentTarget.value })}
        />
        {failure === null || change.isPending ? null : (
          <Refusal failure={failure} wait={wait} error={change.error} wrong={words.wrong} />
        )}
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={wait > 0 || isDifferent || next === ''}
        >
          {words.change}
        </Button>
      </form>
      {change.isSuccess ? <PanelNote>{words.changed}</PanelNote> : null}
    </Panel>
  )
}
