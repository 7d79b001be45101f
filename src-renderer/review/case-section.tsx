import type { ReactNode } from 'react'
import classes from './case-section.module.css'

interface CaseSectionProps {
  readonly title: string
  /** Beside the title: counts. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of a case under its heading. */
export function CaseSection({ title, aside, children }: CaseSectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.header}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.aside}>{aside}</span>
      </header>
      {children}
    </section>
  )
}
