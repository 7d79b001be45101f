import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import classes from './document-viewer.module.css'
import { FileTrouble } from './file-trouble.tsx'
import { ImageView } from './image-view.tsx'
import { useFile } from './use-file.ts'

/** The PDF library is large and needed by few cases: it comes when the first PDF is opened. */
const PdfView = lazy(() => import('./pdf-view.tsx').then((module) => ({ default: module.PdfView })))

interface DocumentViewerProps {
  readonly hash: string
  readonly title: string
  readonly onClose: () => void
}

/** A document in place, beside what is judged by it. What it is was found by content, never by its name. */
export function DocumentViewer({ hash, title, onClose }: DocumentViewerProps) {
  const { viewer: texts, labelled } = useTexts().review
  useKeys([{ means: 'close', label: texts.close, run: onClose, hidden: true }])
  return (
    <aside className={classes.viewer} aria-label={labelled(texts.title, title)}>
      <header className={classes.header}>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <ActionIcon variant="subtle" color="gray" aria-label={texts.close} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        <DocumentContent hash={hash} title={title} />
      </div>
    </aside>
  )
}

function DocumentContent({ hash, title }: { readonly hash: string; readonly title: string }) {
  const texts = useTexts().review.viewer
  const file = useFile(hash)
  if (file.isPending) return <LateLoader />
  if (file.isError) return <FileTrouble error={file.error} onAgain={() => void file.refetch()} />
  const { mediaType, base64 } = file.data
  switch (mediaType) {
    case 'application/pdf':
      return (
        <Suspense fallback={<LateLoader />}>
          <PdfView key={hash} base64={base64} />
        </Suspense>
      )
    case 'image/png':
    case 'image/jpeg':
    case 'image/svg+xml':
      return <ImageView key={hash} mediaType={mediaType} base64={base64} name={title} />
    case 'application/octet-stream':
      return <p className={classes.notice}>{texts.unknownType}</p>
  }
}
