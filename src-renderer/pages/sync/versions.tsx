import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { useOperatorName } from '../../shell/use-operator-name.ts'
import { fieldName, fieldValue } from './field-words.ts'
import classes from './sync-page.module.css'

interface VersionsProps {
  readonly decision: ReturnedDecision
}

/** What was seen beside what is now, field by field, the differences marked. */
export function Versions({ decision: { changedFields, recordKind, seen } }: VersionsProps) {
  const texts = useTexts()
  const nameOf = useOperatorName()
  const inWords = (path: string, value: string) =>
    fieldValue({ kind: recordKind, path, value }, texts, nameOf)
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
            <th scope="row">{fieldName(field.path, texts)}</th>
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
