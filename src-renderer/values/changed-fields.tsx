import { useBilingual, useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { valueText } from '#shared/values/value-text.ts'
import { ShownValue } from './shown-value.tsx'
import classes from './values.module.css'

/** `of` names the record a field belongs to, where it is not the one that was decided about. */
type Changes = ReturnedDecision['changedBeside']

interface ChangedFieldsProps {
  readonly changes: Changes
  /** What the two versions are called, the earlier first; what was seen and what is now, where nothing is said. */
  readonly called?: readonly [string, string]
}

/** Two versions beside each other, field by field. */
export function ChangedFields({ changes, called }: ChangedFieldsProps) {
  const texts = useTexts().sync
  const [before, after] = called ?? [texts.seen, texts.current]
  const say = useBilingual()
  const { language } = useLanguage()
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ of, label, seen, current }) => (
          <tr key={`${of ?? ''} ${label.zh} ${valueText(seen, language)} ${valueText(current, language)}`}>
            <th scope="row">
              {say(label)}
              {of === null ? null : <span className={classes.of}>{of}</span>}
            </th>
            <td>
              <del>
                <ShownValue value={seen} />
              </del>
            </td>
            <td>
              <ins>
                <ShownValue value={current} />
              </ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
