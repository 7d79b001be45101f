import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import classes from './rules.module.css'

interface ProblemListProps {
  readonly title: string
  readonly problems: readonly { readonly place: string; readonly message: string }[]
}

/** What is wrong with a file, and where. */
export function ProblemList({ title, problems }: ProblemListProps) {
  const texts = useTexts().rules.file
  return (
    <Panel title={title} lead={texts.lead}>
      <table className={classes.table}>
        <tbody>
          {problems.map(({ place, message }) => (
            <tr key={`${place} ${message}`}>
              <th scope="row" className={classes.place}>
                {place}
              </th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
