import { useBilingual } from '#renderer/i18n/language-context.ts'
import type { Labelled } from '#shared/values/value.ts'
import { ShownValue } from './shown-value.tsx'
import classes from './values.module.css'

/** Values below each other, each beside its name. */
export function LabelledValues({ values }: { readonly values: readonly Labelled[] }) {
  const say = useBilingual()
  return (
    <dl className={classes.labelled}>
      {values.map(({ label, value }) => (
        <div key={label.zh} className={classes.pair}>
          <dt>{say(label)}</dt>
          <dd>
            <ShownValue value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
