import { useLanguage } from '#renderer/i18n/language-context.ts'
import type { Value } from '#shared/values/value.ts'
import { valueText } from '#shared/values/value-text.ts'
import classes from './values.module.css'

/** A value in words; what a list says in phrases stands line by line. */
export function ShownValue({ value }: { readonly value: Value }) {
  const { language } = useLanguage()
  const phrases =
    value.kind === 'list' && value.of.length > 1 && value.of.some(({ kind }) => kind === 'phrase')
  if (!phrases) return <span className={classes.value}>{valueText(value, language)}</span>
  const texts = value.of.map((each) => valueText(each, language))
  return (
    <ul className={classes.lines}>
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
