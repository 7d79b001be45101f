import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './moved-notice.module.css'

interface RefusedNoticeProps {
  readonly refusal: string
  readonly onDismiss: () => void
}

/** Why a decision without a form was refused. */
export function RefusedNotice({ refusal, onDismiss }: RefusedNoticeProps) {
  const texts = useTexts().review.moved
  return (
    <Alert
      classNames={{ root: classes.notice ?? '' }}
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      withCloseButton
      closeButtonLabel={texts.dismiss}
      onClose={onDismiss}
      role="alert"
    >
      {refusal}
    </Alert>
  )
}
