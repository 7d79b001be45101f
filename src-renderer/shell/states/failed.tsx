import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff, IconFileUnknown } from '@tabler/icons-react'
import { failureOf } from '../../engine-client/engine-error.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { StatePanel } from './state-panel.tsx'

interface FailedProps {
  readonly error: unknown
  /** Tries again; without it there is nothing to try. */
  readonly reset?: () => void
}

/** A part that could not be shown: which kind of trouble, and the way on. */
export function Failed({ error, reset }: FailedProps) {
  const texts = useTexts().shell.states
  const failureText = useFailureText()
  const { kind } = failureOf(error)
  const missing = kind === 'not-found' || kind === 'malformed'
  const Icon = missing ? IconFileUnknown : kind === 'offline' ? IconCloudOff : IconAlertTriangle
  return (
    <StatePanel
      icon={<Icon size={28} stroke={1.5} />}
      title={missing ? texts.notFound : texts.failed}
      lead={missing ? texts.notFoundLead : failureText(error)}
      role="alert"
    >
      {reset === undefined || missing ? null : (
        <Button variant="default" onClick={reset}>
          {texts.again}
        </Button>
      )}
    </StatePanel>
  )
}
