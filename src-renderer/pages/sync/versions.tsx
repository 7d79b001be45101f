import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { fieldWords, valueWords } from '../../review/changed-field-words.ts'
import { useOperatorNames } from '../../shell/use-operator-names.ts'
import classes from './sync-page.module.css'

interface VersionsProps {
  readonly decision: ReturnedDecision
}

/** What was seen beside what is now, field by field, the differences marked. */
export function Versions({ decision: { changedFields, seen } }: VersionsProps) {
  const texts = useTexts()
  const names = useOperatorNames()
  const inWords = (path: string, value: string) => valueWords(path, value, texts, names)
  if (changedFields.length === 0) {
    return seen === null ? <p className={classes.quiet}>{texts.sync.noFields}</p> : null
  }
  return (
    <table className={classes.versions}>
      <thead>
        <tr>
          <th scope="col">{texts.sync.field}</th>
          <th scope="col">{texts.sync.seen}</th>
          <th scope="col">{texts.sync.current}</th>
        </tr>
      </thead>
      <tbody>
        {changedFields.map((field) => (
          <tr key={field.path}>
            <th scope="row">{fieldWords(field.path, texts)}</th>
            <td>
              <del>{inWords(field.path, field.seen)}</del>
            </td>
            <td>
              <ins>{inWords(field.path, field.current)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
