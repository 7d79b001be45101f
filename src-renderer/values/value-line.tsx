import { useLanguage } from '#renderer/i18n/language-context.ts'
import type { Labelled } from '#shared/values/value.ts'
import { labelledText } from '#shared/values/value-text.ts'
import classes from './values.module.css'

/** Values one after the other, each under its name. */
export function ValueLine({ values }: { readonly values: readonly Labelled[] }) {
  const { language } = useLanguage()
  return (
    <div className={classes.line}>
      {values.map((each) => (
        <span key={each.label.zh}>{labelledText(each, language)}</span>
      ))}
    </div>
  )
}
