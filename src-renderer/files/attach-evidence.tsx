import { Button, Loader } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import { AttachmentList } from './attachment-list.tsx'
import classes from './attachments.module.css'
import { useAttaching } from './use-attaching.ts'

interface AttachEvidenceProps {
  readonly attachments: readonly Attachment[]
  readonly onChange: (attachments: Attachment[]) => void
}

/** Files beside a text in a form: chosen, or dropped here. They are on this computer's disk once they are listed. */
export function AttachEvidence({ attachments, onChange }: AttachEvidenceProps) {
  const texts = useTexts().review.attachments
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { waiting, troubles, take } = useAttaching(attachments, onChange)
  return (
    <section
      className={classes.attach}
      aria-label={texts.title}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take([...event.dataTransfer.files])
      }}
    >
      <AttachmentList
        attachments={attachments}
        onRemove={(gone) => onChange(attachments.filter((each) => each !== gone))}
      />
      <div className={classes.choose}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={texts.choose}
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])])
            // So that the same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
        <Button
          variant="default"
          size="xs"
          leftSection={waiting > 0 ? <Loader size={13} /> : <IconPaperclip size={14} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {texts.choose}
        </Button>
        <span className={classes.hint}>{waiting > 0 ? texts.waiting(waiting) : texts.hint}</span>
      </div>
      {troubles.map((trouble) => (
        <p key={trouble} className={classes.trouble} role="alert">
          {trouble}
        </p>
      ))}
    </section>
  )
}
