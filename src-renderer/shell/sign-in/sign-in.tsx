import { Alert, Button, PasswordInput, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertCircle, IconClockPause, IconCloudOff, IconUser } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import { engine } from '../../engine-client/engine.ts'
import { type EngineFailure, failureOf } from '../../engine-client/engine-error.ts'
import { forgetAnswers } from '../../engine-client/forget-answers.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import iconUrl from '../../icon.svg'
import { LanguageSwitch } from './language-switch.tsx'
import classes from './sign-in.module.css'

interface SignInProps {
  readonly session: DeskSession
}

/** E-mail and password; on a demo platform also its users, by role. */
export function SignIn({ session }: SignInProps) {
  const texts = useTexts()
  const words = texts.shell.signIn
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(
    engine.session.signIn.mutationOptions({
      onSuccess: (signedIn) => {
        queries.setQueryData(engine.session.get.queryKey(), signedIn)
        forgetAnswers(queries)
      },
    }),
  )
  const failure = signIn.error === null ? null : failureOf(signIn.error)
  const wait = useCountdown(failure?.kind === 'throttled' ? failure.seconds : 0, signIn.submittedAt)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password })
  }
  const demo = session.platform?.demo === true ? session.platform.demoAccounts : []
  return (
    <main className={classes.place}>
      <title>{`${words.title} · ${texts.shell.product}`}</title>
      <div className={classes.card}>
        <header className={classes.header}>
          <img src={iconUrl} alt="" width={28} height={28} />
          <div>
            <h1 className={classes.title}>{texts.shell.product}</h1>
            <Text size="xs" c="dimmed">
              {words.lead(session.platform?.name ?? session.platformUrl)}
            </Text>
          </div>
          <LanguageSwitch />
        </header>
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
              <Refusal failure={failure} wait={wait} error={signIn.error} />
            )}
            <Button type="submit" size="sm" loading={signIn.isPending} disabled={wait > 0}>
              {words.submit}
            </Button>
          </Stack>
        </form>
        {demo.length === 0 ? null : (
          <section className={classes.demo} aria-label={words.demo}>
            <Text size="xs" fw={600}>
              {words.demo}
            </Text>
            <Text size="xs" c="dimmed">
              {words.demoLead}
            </Text>
            <div className={classes.people}>
              {demo.map((person) => (
                <UnstyledButton
                  key={person.email}
                  className={classes.person ?? ''}
                  disabled={signIn.isPending || wait > 0}
                  onClick={() => signIn.mutate({ email: person.email, password: person.password })}
                >
                  <IconUser size={16} stroke={1.6} aria-hidden />
                  <span className={classes.personName}>{person.name}</span>
                  <span className={classes.personRole}>
                    {person.roles.map((role) => texts.roles.role[role]).join(' · ')}
                  </span>
                </UnstyledButton>
              ))}
            </div>
          </section>
        )}
      </div>
    </main>
  )
}

interface RefusalProps {
  readonly failure: EngineFailure
  readonly wait: number
  readonly error: unknown
}

function Refusal({ failure, wait, error }: RefusalProps) {
  const words = useTexts().shell.signIn
  const failureText = useFailureText()
  if (failure.kind === 'throttled' && wait === 0) return null
  const Icon =
    failure.kind === 'offline'
      ? IconCloudOff
      : failure.kind === 'throttled'
        ? IconClockPause
        : IconAlertCircle
  const said = {
    'bad-credentials': words.wrong,
    offline: words.offline,
    throttled: words.throttled(wait),
  } as Partial<Record<EngineFailure['kind'], string>>
  return (
    <Alert
      role="alert"
      variant="default"
      color={failure.kind === 'offline' ? 'yellow' : 'red'}
      icon={<Icon size={18} />}
      p={8}
    >
      {said[failure.kind] ?? failureText(error)}
    </Alert>
  )
}

/** Seconds left of `seconds` since `from` (ms). */
function useCountdown(seconds: number, from: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const started = Date.now()
    const tick = () => setLeft(Math.max(0, seconds - Math.floor((Date.now() - started) / 1_000)))
    tick()
    if (seconds === 0 || from === 0) return
    const timer = window.setInterval(tick, 250)
    return () => window.clearInterval(timer)
  }, [seconds, from])
  return left
}
