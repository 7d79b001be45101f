import { ActionIcon, Modal, UnstyledButton } from '@mantine/core'
import { IconDownload, IconFileText, IconPhoto, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/engine-client/engine.ts'
import { formatBytes } from '#renderer/format/quantity.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DocumentViewer } from '#renderer/review/documents/document-viewer.tsx'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import classes from './attachments.module.css'

interface AttachmentListProps {
  readonly attachments: readonly Attachment[]
  /** Takes one out of a form; none where the list is of a record. */
  readonly onRemove?: (attachment: Attachment) => void
}

/** Files of a record or a form: a click shows one in place, or it is saved under its name. */
export function AttachmentList({ attachments, onRemove }: AttachmentListProps) {
  const texts = useTexts().review.attachments
  const failure = useFailureText()
  const [shown, setShown] = useState<Attachment | null>(null)
  const saving = useMutation({
    mutationFn: async ({ sha256, name }: Attachment) =>
      saveFile({ fileName: name, ...(await client.files.read({ hash: sha256 })) }),
  })
  if (attachments.length === 0) return null
  return (
    <>
      <ul className={classes.list} aria-label={texts.title}>
        {attachments.map((attachment) => {
          const { sha256, name, size, type } = attachment
          const Icon = type.startsWith('image/') ? IconPhoto : IconFileText
          return (
            <li key={`${sha256} ${name}`} className={classes.item}>
              <UnstyledButton
                className={classes.open ?? ''}
                aria-label={texts.open(`${name} ${formatBytes(size)}`)}
                title={name}
                onClick={() => setShown(attachment)}
              >
                <Icon size={15} stroke={1.75} aria-hidden />
                <span className={classes.name}>{name}</span>{' '}
                <span className={classes.size}>{formatBytes(size)}</span>
              </UnstyledButton>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={texts.save(name)}
                loading={saving.isPending && saving.variables === attachment}
                onClick={() => saving.mutate(attachment)}
              >
                <IconDownload size={14} />
              </ActionIcon>
              {onRemove === undefined ? null : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={texts.remove(name)}
                  onClick={() => onRemove(attachment)}
                >
                  <IconX size={14} />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ul>
      {saving.isError ? (
        <p className={classes.trouble} role="alert">
          {texts.failed(saving.variables.name, failure(saving.error))}
        </p>
      ) : null}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        withCloseButton={false}
        size="min(960px, 92vw)"
        padding={0}
        classNames={{ body: classes.viewer ?? '' }}
        aria-label={shown?.name ?? ''}
      >
        {shown === null ? null : (
          <DocumentViewer hash={shown.sha256} title={shown.name} onClose={() => setShown(null)} />
        )}
      </Modal>
    </>
  )
}
