import { Alert } from '@mantine/core'
import { IconAlertCircle, IconClockPause, IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { EngineFailure } from '../../engine-client/engine-error.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'

interface RefusalProps {
  readonly failure: EngineFailure
  readonly wait: number
  readonly error: unknown
  /** What is wrong where the platform does not take what was typed. */
  readonly wrong: string
}

/** Why nobody was signed in. */
export function Refusal({ failure, wait, error, wrong }: RefusalProps) {
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
    'bad-credentials': wrong,
    'second-factor': wrong,
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
export function useCountdown(seconds: number, from: number): number {
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
