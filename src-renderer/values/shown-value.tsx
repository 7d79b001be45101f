import { useLanguage } from '#renderer/i18n/language-context.ts'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { RECORD_KIND_NAMES } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Value } from '#shared/values/value.ts'
import { valueText } from '#shared/values/value-text.ts'
import classes from './values.module.css'

/** A value in words, and what of it this person's role may not see. */
export function ShownValue({ value }: { readonly value: Value }) {
  const unseenIn = useUnseen()
  const unnamed = unnamedKinds(value)
  return (
    <>
      <InWords value={value} />
      {RECORD_KIND_NAMES.map((kind) => {
        const unseen = unnamed.includes(kind) ? unseenIn(kind) : null
        return unseen === null ? null : <NotVisible key={kind} what={unseen} />
      })}
    </>
  )
}

/** The kinds of the records in a value whose titles are not here. */
function unnamedKinds(value: Value): string[] {
  switch (value.kind) {
    case 'record':
      return value.title === null ? [value.record] : []
    case 'list':
      return value.of.flatMap(unnamedKinds)
    case 'phrase':
      return value.parts.flatMap(unnamedKinds)
    case 'labelled':
      return unnamedKinds(value.value)
    case 'nothing':
    case 'money':
    case 'rate':
    case 'day':
    case 'instant':
    case 'count':
    case 'yes-no':
    case 'text':
    case 'term':
    case 'person':
      return []
  }
}

/** What a list says in phrases stands line by line. */
function InWords({ value }: { readonly value: Value }) {
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
