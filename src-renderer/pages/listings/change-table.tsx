import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './package-tables.module.css'

interface Change {
  readonly key: string
  /** What happened to it in a word; null where both sides say it. */
  readonly change: string | null
  readonly old: string | null
  readonly now: string | null
}

/** Changes as the live side beside the submitted side; nothing where nothing changed. */
export function ChangeTable({ title, rows }: { readonly title: string; readonly rows: readonly Change[] }) {
  const texts = useTexts().listings.diff
  if (rows.length === 0) return null
  return (
    <>
      <h4 className={classes.subtitle}>{title}</h4>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{texts.before}</th>
              <th scope="col">{texts.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.key} ${row.change}`}>
                <td>
                  <code>{row.key}</code>
                  {row.change === null ? null : ` ${row.change}`}
                </td>
                <td>{row.old ?? texts.absent}</td>
                <td>{row.now ?? texts.absent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
