import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/language-context.ts'
import classes from './page.module.css'
import { useWindowTitle } from './use-window-title.ts'

export interface PageProps {
  readonly title: string
  /** Instead of the title, where the screen is one of several side by side: links to all of them. */
  readonly places?: ReactNode
  /** Beside the title: a count, a mark. */
  readonly aside?: ReactNode
  /** At the right end of the title line. */
  readonly actions?: ReactNode
  /** Below the title line: the filter bar. */
  readonly filters?: ReactNode
  readonly children: ReactNode
  /** The body scrolls as a whole and is padded; a table or a split view fills it and scrolls itself. */
  readonly scrolls?: boolean
}

/** The frame every screen fills: title line, filters, body. */
export function Page({ title, places, aside, actions, filters, children, scrolls = false }: PageProps) {
  const { product } = useTexts().shell
  useWindowTitle(`${title} · ${product}`, 0)
  return (
    <section className={classes.page} aria-label={title}>
      <header className={classes.header}>
        {places === undefined ? (
          <h1 className={classes.title} title={title}>
            {title}
          </h1>
        ) : (
          <>
            <VisuallyHidden component="h1">{title}</VisuallyHidden>
            {places}
          </>
        )}
        {aside}
        <div className={classes.actions}>{actions}</div>
      </header>
      {filters === undefined ? null : <div className={classes.filters}>{filters}</div>}
      <div className={scrolls ? classes.scrolling : classes.body}>{children}</div>
    </section>
  )
}
