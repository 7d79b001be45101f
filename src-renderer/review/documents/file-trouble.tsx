import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { failureOf } from '#renderer/engine-client/engine-error.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'

/** A file that is not here: because the platform does not answer, or for another reason. */
export function FileTrouble({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const texts = useTexts().review.viewer
  const offline = failureOf(error).kind === 'offline'
  const Icon = offline ? IconCloudOff : IconAlertTriangle
  return (
    <StatePanel
      icon={<Icon size={28} stroke={1.5} />}
      title={offline ? texts.offline : texts.failed}
      role="alert"
    >
      <Button variant="default" size="xs" onClick={onAgain}>
        {texts.again}
      </Button>
    </StatePanel>
  )
}
