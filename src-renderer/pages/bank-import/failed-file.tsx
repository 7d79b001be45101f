import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useImportFailure } from '#renderer/files/use-import-failure.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'

interface FailedFileProps {
  readonly error: unknown
  readonly onAgain: () => void
  readonly onDrop: () => void
}

/** The engine did not answer as it should, or the file could not be fetched from the disk. */
export function FailedFile({ error, onAgain, onDrop }: FailedFileProps) {
  const texts = useTexts().bankImport.failed
  const failureText = useImportFailure()
  return (
    <StatePanel
      icon={<IconAlertTriangle size={28} stroke={1.5} />}
      title={texts.title}
      lead={failureText(error)}
      role="alert"
    >
      <Group gap={8}>
        <Button onClick={onAgain}>{texts.again}</Button>
        <Button variant="default" onClick={onDrop}>
          {texts.drop}
        </Button>
      </Group>
    </StatePanel>
  )
}
