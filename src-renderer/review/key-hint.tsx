import { keyLabel } from '#renderer/shell/keys/key-label.ts'
import { type KeyMeaning, keyOf } from '#renderer/shell/keys/key-meanings.ts'
import classes from './key-hint.module.css'

/** The key of a button, in the button's own colour. */
export function KeyHint({ means }: { readonly means: KeyMeaning }) {
  return (
    <kbd className={classes.key} aria-hidden>
      {keyLabel(keyOf(means))}
    </kbd>
  )
}
