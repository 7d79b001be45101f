import { Alert } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { beijingTime } from '#renderer/format/instant.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { actionName } from '#shared/words/actions.ts'
import classes from './moved-notice.module.css'
import type { Moved } from './use-case-forms.ts'

interface MovedNoticeProps {
  readonly moved: Moved
  readonly onDismiss: () => void
}

/** Who did what to the record while a form of it was open, and what became of the form. */
export function MovedNotice({ moved: { type, steps, closed }, onDismiss }: MovedNoticeProps) {
  const all = useTexts()
  const say = useBilingual()
  const texts = all.review.moved
  const what = all.commands.doing[type]
  return (
    <Alert
      classNames={{ root: classes.notice ?? '' }}
      color={closed ? 'orange' : 'blue'}
      variant="light"
      icon={<IconInfoCircle size={18} aria-hidden />}
      title={closed ? texts.closed(what) : texts.changed}
      withCloseButton
      closeButtonLabel={texts.dismiss}
      onClose={onDismiss}
      role="alert"
    >
      {steps.length === 0 ? texts.unknown : null}
      {steps.map((step) => (
        <div key={`${step.at} ${step.actor} ${step.action}`}>
          {texts.step(step.actorName, beijingTime(step.at), say(actionName(step.action)))}
        </div>
      ))}
      <div>{closed ? texts.kept : texts.goesOn}</div>
    </Alert>
  )
}
