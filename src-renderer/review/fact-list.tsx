import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './fact-list.module.css'

export interface Fact {
  /** Tells apart facts that carry the same label. */
  readonly id?: string
  readonly label: string
  /** Null: the vendor did not state it. */
  readonly value: ReactNode | null
}

/** Facts in two columns, label before value. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const texts = useTexts().review
  return (
    <dl className={classes.facts}>
      {facts.map(({ id, label, value }) => (
        <div key={id ?? label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value ?? <span className={classes.none}>{texts.notStated}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
