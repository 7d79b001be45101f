import type { ReactNode } from 'react'
import classes from './case-frame.module.css'

interface CaseFrameProps {
  readonly head: ReactNode
  readonly children: ReactNode
  /** A document beside what is judged by it; null while none is open. */
  readonly document: ReactNode | null
  /** The open form and the decision bar. */
  readonly foot: ReactNode
}

/** A case: its head and foot stay, its body scrolls, a document opens beside or above the body. */
export function CaseFrame({ head, children, document, foot }: CaseFrameProps) {
  return (
    <div className={classes.case}>
      {head}
      <div className={classes.middle} data-document={document !== null}>
        {document === null ? null : <div className={classes.document}>{document}</div>}
        <div className={classes.body}>{children}</div>
      </div>
      {foot}
    </div>
  )
}
