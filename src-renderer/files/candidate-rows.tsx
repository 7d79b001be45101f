import { Radio } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './mapper.module.css'

interface CandidateRowsProps {
  readonly rows: readonly (readonly string[])[]
  readonly headerAt: number
  readonly onHeader: (at: number) => void
}

/** The fullest rows of the table; one of them names the columns. */
export function CandidateRows({ rows, headerAt, onHeader }: CandidateRowsProps) {
  const texts = useTexts().bankTemplates.naming
  const width = Math.max(...rows.map((cells) => cells.length))
  return (
    <fieldset className={classes.candidates}>
      <legend>{texts.header}</legend>
      <div className={classes.scroll}>
        <table>
          <tbody>
            {rows.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows stay as they are
              <tr key={at} data-header={at === headerAt} onClick={() => onHeader(at)}>
                <th scope="row">
                  <Radio
                    size="xs"
                    name="header-row"
                    aria-label={`${texts.header} ${cells.join(' ')}`}
                    checked={at === headerAt}
                    onChange={() => onHeader(at)}
                  />
                </th>
                {Array.from({ length: width }, (_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                  <td key={column} title={cells[column]}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
