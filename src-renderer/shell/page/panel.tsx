import type { ReactNode } from 'react'
import classes from './panel.module.css'

interface PanelProps {
  readonly title: string
  /** A sentence on what this is. */
  readonly lead?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a page. */
export function Panel({ title, lead, aside, children }: PanelProps) {
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {lead === undefined ? null : <p className={classes.lead}>{lead}</p>}
        <div className={classes.aside}>{aside}</div>
      </header>
      {children}
    </section>
  )
}

/** One quiet line where a part is empty. */
export function PanelNote({ children }: { readonly children: ReactNode }) {
  return <p className={classes.note}>{children}</p>
}
