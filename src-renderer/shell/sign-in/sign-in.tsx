import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import type { SecondFactorAsked } from '#shared/contracts/console-platform/accounts.ts'
import { engine } from '../../engine-client/engine.ts'
import { failureOf } from '../../engine-client/engine-error.ts'
import { forgetAnswers } from '../../engine-client/forget-answers.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { CodeStep } from './code-step.tsx'
import { DemoPeople } from './demo-people.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { Refusal, useCountdown } from './refusal.tsx'
import { SignInCard } from './sign-in-card.tsx'

interface SignInProps {
  readonly session: DeskSession
  /** A second factor was set up: its recovery codes are to be shown before the desk. */
  readonly onRecoveryCodes: (codes: readonly string[]) => void
}

/** E-mail and password, then the second factor where it is asked; an invitation; on a demo platform its users too. */
export function SignIn({ session, onRecoveryCodes }: SignInProps) {
  const texts = useTexts()
  const words = texts.shell.signIn
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isInvited, setInvited] = useState(false)
  // The step stays while a code is being judged, and where something else went wrong with it.
  const [asked, setAsked] = useState<SecondFactorAsked | null>(null)
  const signIn = useMutation(
    engine.session.signIn.mutationOptions({
      onSuccess: ({ session: signedIn, recoveryCodes }) => {
        onRecoveryCodes(recoveryCodes)
        queries.setQueryData(engine.session.get.queryKey(), signedIn)
        forgetAnswers(queries)
      },
      onError: (error) => {
        const refused = failureOf(error)
        if (refused.kind === 'second-factor') setAsked(refused.asked)
      },
    }),
  )
  const failure = signIn.error === null ? null : failureOf(signIn.error)
  const wait = useCountdown(failure?.kind === 'throttled' ? failure.seconds : 0, signIn.submittedAt)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password, code: null })
  }
  const back = () => {
    signIn.reset()
    setAsked(null)
    setInvited(false)
  }
  const given = signIn.variables ?? { email, password }
  const isDemo = session.platform?.demo === true
  return (
    <SignInCard lead={words.lead(session.platform?.name ?? session.platformUrl)}>
      {asked !== null ? (
        <CodeStep
          asked={asked}
          failure={failure}
          error={signIn.error}
          wait={wait}
          isPending={signIn.isPending}
          onCode={(code) => signIn.mutate({ email: given.email, password: given.password, code })}
          onBack={back}
        />
      ) : isInvited ? (
        <InvitationForm
          onAccepted={(credentials) => {
            setInvited(false)
            signIn.mutate({ ...credentials, code: null })
          }}
          onBack={back}
        />
      ) : (
        <form onSubmit={submit}>
          <Stack gap={12}>
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
            <PasswordInput
              label={words.password}
              autoComplete="current-password"
              required
              withAsterisk={false}
              maxLength={1024}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {failure === null || signIn.isPending ? null : (
              <Refusal failure={failure} wait={wait} error={signIn.error} wrong={words.wrong} />
            )}
            <Button type="submit" size="sm" loading={signIn.isPending} disabled={wait > 0}>
              {words.submit}
            </Button>
            <Button variant="subtle" onClick={() => setInvited(true)}>
              {words.haveCode}
            </Button>
          </Stack>
        </form>
      )}
      {isDemo && !isInvited ? (
        <DemoPeople
          session={session}
          disabled={signIn.isPending || wait > 0}
          onChoose={(credentials) => {
            setAsked(null)
            signIn.mutate(credentials)
          }}
        />
      ) : null}
    </SignInCard>
  )
}
