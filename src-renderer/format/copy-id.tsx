import { CopyButton, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '../i18n/language-context.ts'
import classes from './copy-id.module.css'
import { shortId } from './short-id.ts'

interface CopyIdProps {
  readonly id: string
  /** The whole id, where there is room. */
  readonly whole?: boolean
}

/** An id in a monospaced face, shortened in the middle; a click copies all of it. */
export function CopyId({ id, whole = false }: CopyIdProps) {
  const texts = useTexts().format
  return (
    <CopyButton value={id} timeout={1_500}>
      {({ copied, copy }) => (
        <UnstyledButton
          className={classes.id ?? ''}
          title={id}
          onClick={(event) => {
            event.stopPropagation()
            copy()
          }}
        >
          <VisuallyHidden>{copied ? texts.copied : `${texts.copy} ${id}`}</VisuallyHidden>
          <span className={classes.text} aria-hidden>
            {whole ? id : shortId(id)}
          </span>
          {copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
        </UnstyledButton>
      )}
    </CopyButton>
  )
}
