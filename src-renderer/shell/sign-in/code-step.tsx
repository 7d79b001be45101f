import { Button, CopyButton, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import type { SecondFactorAsked } from '#shared/contracts/console-platform/accounts.ts'
import type { EngineFailure } from '../../engine-client/engine-error.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Refusal } from './refusal.tsx'
import classes from './sign-in.module.css'

const QrCode = lazy(() => import('./qr-code.tsx'))

interface CodeStepProps {
  readonly asked: SecondFactorAsked
  readonly failure: EngineFailure | null
  readonly error: unknown
  readonly wait: number
  readonly isPending: boolean
  readonly onCode: (code: string) => void
  readonly onBack: () => void
}

/** The code of the second factor; where there is none yet, what sets it up. */
export function CodeStep({ asked, failure, error, wait, isPending, onCode, onBack }: CodeStepProps) {
  const words = useTexts().shell.signIn
  const [code, setCode] = useState('')
  const { state, secret, uri } = asked
  const isSetUp = secret !== null && uri !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') onCode(code.trim())
  }
  const isWrong = state === 'wrong' || state === 'set-up-wrong'
  const shown = failure?.kind === 'second-factor' && !isWrong ? null : failure
  return (
    <form onSubmit={submit} aria-label={isSetUp ? words.setUp : words.code}>
      <Stack gap={12}>
        <Text size="sm">{isSetUp ? words.setUpLead : words.codeLead}</Text>
        {isSetUp ? (
          <div className={classes.setUp}>
            <Suspense fallback={<div className={classes.qr} />}>
              <QrCode text={uri} label={words.qr} />
            </Suspense>
            <Text size="xs" c="dimmed">
              {words.secret}
            </Text>
            <code className={classes.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-xs" onClick={copy}>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
          </div>
        ) : null}
        <TextInput
          label={words.code}
          autoComplete="one-time-code"
          inputMode={isSetUp ? 'numeric' : 'text'}
          required
          withAsterisk={false}
          maxLength={100}
          data-autofocus
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {shown === null || isPending ? null : (
          <Refusal
            failure={shown}
            wait={wait}
            error={error}
            wrong={isSetUp ? words.setUpWrong : words.codeWrong}
          />
        )}
        <Button type="submit" size="sm" loading={isPending} disabled={wait > 0}>
          {words.submit}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {words.back}
        </Button>
      </Stack>
    </form>
  )
}
