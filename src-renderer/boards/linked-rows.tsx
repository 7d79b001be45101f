import type { ReactNode } from 'react'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import classes from './boards.module.css'

/** A record beside a case. */
export interface LinkedRow {
  readonly id: string
  readonly kind: 'order' | 'cluster' | 'subscription'
  readonly name: string
  readonly said: ReactNode
  readonly at: string
  readonly amount: string
}

/** Records beside a case, each a way to its own. */
export function LinkedRows({ rows }: { readonly rows: readonly LinkedRow[] }) {
  const { none } = useTexts().format
  if (rows.length === 0) return <p className={classes.quiet}>{none}</p>
  return (
    <table className={classes.table}>
      <tbody>
        {rows.map(({ id, kind, name, said, at, amount }) => (
          <tr key={id}>
            <th scope="row">
              <RecordLink kind={kind} id={id}>
                {name}
              </RecordLink>
            </th>
            <td>{said}</td>
            <td>
              <Moment at={at} />
            </td>
            <td className={classes.number}>{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
