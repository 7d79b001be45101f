import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { HolidayCase } from '#shared/contracts/console-engine/rules.ts'
import classes from '../rules.module.css'

/** The days that are otherwise by a table than by what they are counted by now. */
export function DayDifferences({ differences }: Pick<HolidayCase, 'differences'>) {
  const texts = useTexts().rules.holidays
  return (
    <Panel title={texts.differences(grouped(differences.length))}>
      {differences.length === 0 ? (
        <PanelNote>{texts.noDifference}</PanelNote>
      ) : (
        <table className={classes.table}>
          <tbody>
            {differences.map(({ date, name, before, after }) => (
              <tr key={date}>
                <th scope="row" className={classes.value}>
                  {date}
                </th>
                <td>{name}</td>
                <td>
                  <del className={classes.before}>{texts.kind[before]}</del>
                  <ins className={classes.after}>{texts.kind[after]}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
