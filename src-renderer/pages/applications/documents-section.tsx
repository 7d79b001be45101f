import { UnstyledButton } from '@mantine/core'
import { IconFileText, IconPhoto } from '@tabler/icons-react'
import { formatBytes } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { ApplicationDocument } from './application-documents.ts'
import classes from './documents-section.module.css'

interface DocumentsSectionProps {
  readonly documents: readonly ApplicationDocument[]
  readonly openHash: string | null
  /** Today in Beijing: what expired before it is marked. */
  readonly today: string
  readonly onDocument: (document: ApplicationDocument) => void
}

/** The evidence the vendor handed in; a click shows it in place. */
export function DocumentsSection({ documents, openHash, today, onDocument }: DocumentsSectionProps) {
  const texts = useTexts().applications
  const say = useBilingual()
  return (
    <CaseSection title={texts.sections.documents} aside={documents.length}>
      {documents.length === 0 ? <p className={classes.none}>{texts.documents.none}</p> : null}
      <ul className={classes.list}>
        {documents.map((document) => {
          const Icon = document.mediaType.startsWith('image/') ? IconPhoto : IconFileText
          const { expiresOn } = document
          const expired = expiresOn !== null && expiresOn < today
          return (
            <li key={`${document.kind} ${document.fileHash} ${document.fileName}`}>
              <UnstyledButton
                className={classes.document ?? ''}
                aria-label={texts.documents.open(say(document.title))}
                aria-pressed={document.fileHash === openHash}
                onClick={() => onDocument(document)}
              >
                <Icon size={16} stroke={1.75} aria-hidden />
                <span className={classes.title}>{say(document.title)}</span>
                <span className={classes.file} title={document.fileName}>
                  {document.fileName}
                </span>
                <span className={classes.size}>{formatBytes(document.bytes)}</span>
                {expiresOn === null ? null : (
                  <span className={classes.expiry} data-expired={expired}>
                    {expired ? texts.documents.expired(expiresOn) : texts.documents.expires(expiresOn)}
                  </span>
                )}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </CaseSection>
  )
}
