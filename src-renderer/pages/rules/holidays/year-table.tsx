import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import classes from '../rules.module.css'

interface YearTableProps {
  readonly years: readonly {
    readonly year: number
    readonly days: { readonly off: number; readonly makeUp: number } | null
    readonly changeId: string | null
  }[]
  readonly onOpen: (id: string) => void
}

/** Each year by what its days are counted; one without a table says that its dates are provisional. */
export function YearTable({ years, onOpen }: YearTableProps) {
  const texts = useTexts().rules
  const words = texts.holidays
  return (
    <Panel title={words.title}>
      <table className={classes.table}>
        <tbody>
          {years.map(({ year, days, changeId }) => (
            <tr key={year}>
              <th scope="row" className={classes.value}>
                {year}
              </th>
              <td>
                {days === null ? (
                  <strong className={classes.missing}>{words.missing}</strong>
                ) : (
                  words.days(String(days.off), String(days.makeUp))
                )}
              </td>
              <td>
                {days === null ? null : changeId === null ? (
                  texts.packs.shipped
                ) : (
                  <button type="button" className={classes.open} onClick={() => onOpen(changeId)}>
                    {texts.packs.added}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
