import { ActionIcon } from '@mantine/core'
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useWindowTitle } from '#renderer/shell/page/use-window-title.ts'
import classes from './case-head.module.css'

interface CaseHeadProps {
  readonly title: string
  /** Marks of state, clock and the like, then facts. */
  readonly children: ReactNode
  readonly wide: boolean
  /** Null where there is no full page of it. */
  readonly onWide: ((wide: boolean) => void) | null
  readonly onClose: () => void
}

/** The head of a case: what it is, how it stands, and the way to the full page and back. */
export function CaseHead({ title, children, wide, onWide, onClose }: CaseHeadProps) {
  const texts = useTexts().shell
  useWindowTitle(title, 1)
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h2 className={classes.title} title={title}>
          {title}
        </h2>
        {onWide === null ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={wide ? texts.narrow : texts.wide}
            aria-pressed={wide}
            onClick={() => onWide(!wide)}
          >
            {wide ? <IconArrowsDiagonalMinimize2 size={16} /> : <IconArrowsDiagonal size={16} />}
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={texts.closeCase} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.facts}>{children}</div>
    </header>
  )
}
