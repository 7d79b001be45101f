import type { Found } from '#shared/contracts/console-engine/desk.ts'
import classes from './marked.module.css'

interface MarkedProps {
  readonly text: string
  readonly matched: Found['matched']
}

/** A text with what was looked for marked, where it is what was found or holds it. */
export function Marked({ text, matched }: MarkedProps) {
  const at = matched.text === '' ? -1 : text.indexOf(matched.text)
  if (at < 0 || matched.from === matched.to) return text
  const from = at + matched.from
  const to = at + matched.to
  return (
    <>
      {text.slice(0, from)}
      <mark className={classes.mark}>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  )
}

/** Whether a text shows by what a record was found. */
export function showsMatch(text: string, { text: by }: Found['matched']): boolean {
  return by !== '' && text.includes(by)
}
