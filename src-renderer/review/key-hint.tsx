import classes from './key-hint.module.css'

/** The key of a button, in the button's own colour. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className={classes.key} aria-hidden>
      {keys}
    </kbd>
  )
}
