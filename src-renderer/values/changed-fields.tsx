import { useBilingual, useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { valueText } from '#shared/values/value-text.ts'
import { ShownValue } from './shown-value.tsx'
import classes from './values.module.css'

/** `of` names the record a field belongs to, where it is not the one that was decided about. */
type Changes = ReturnedDecision['changedBeside']

interface ChangedFieldsProps {
  readonly changes: Changes
  /** What the two versions are called; as of a decision that came back where it is left out. */
  readonly headings?: { readonly seen: string; readonly current: string }
}

/** What was seen beside what is now, field by field. */
export function ChangedFields({ changes, headings }: ChangedFieldsProps) {
  const texts = useTexts().sync
  const { seen: seenHeading, current: currentHeading } = headings ?? texts
  const say = useBilingual()
  const { language } = useLanguage()
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{seenHeading}</th>
          <th scope="col">{currentHeading}</th>
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
