import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { PASSWORD_MAX, PASSWORD_MIN } from '#shared/contracts/console-platform/accounts.ts'
import { engine } from '../../engine-client/engine.ts'
import { failureOf } from '../../engine-client/engine-error.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Refusal, useCountdown } from './refusal.tsx'

interface InvitationFormProps {
  /** The password is set: she signs in with it. */
  readonly onAccepted: (credentials: { email: string; password: string }) => void
  readonly onBack: () => void
}

/** Sets a password by an invitation code. */
export function InvitationForm({ onAccepted, onBack }: InvitationFormProps) {
  const words = useTexts().shell.signIn
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const accept = useMutation(engine.session.acceptInvitation.mutationOptions())
  const failure = accept.error === null ? null : failureOf(accept.error)
  const wait = useCountdown(failure?.kind === 'throttled' ? failure.seconds : 0, accept.submittedAt)
  const differ = repeated !== '' && repeated !== password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== repeated) return
    const credentials = { email: email.trim(), password }
    accept.mutate({ ...credentials, code: code.trim() }, { onSuccess: () => onAccepted(credentials) })
  }
  return (
    <form onSubmit={submit} aria-label={words.invitation}>
      <Stack gap={12}>
        <Text size="sm">{words.invitationLead}</Text>
        <TextInput
          label={words.email}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={254}
          data-autofocus
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={words.invitationCode}
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={100}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.newPassword}
          description={words.newPasswordHint(PASSWORD_MIN)}
          inputWrapperOrder={['label', 'input', 'description']}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={PASSWORD_MIN}
          maxLength={PASSWORD_MAX}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.repeat}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={PASSWORD_MAX}
          error={differ ? words.differ : null}
          value={repeated}
          onChange={(event) => setRepeated(event.currentTarget.value)}
        />
        {failure === null || accept.isPending ? null : (
          <Refusal failure={failure} wait={wait} error={accept.error} wrong={words.invitationWrong} />
        )}
        <Button type="submit" size="sm" loading={accept.isPending} disabled={wait > 0 || differ}>
          {words.accept}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {words.back}
        </Button>
      </Stack>
    </form>
  )
}
