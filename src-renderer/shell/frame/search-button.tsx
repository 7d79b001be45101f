import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTexts } from '../../i18n/language-context.ts'
import { palette } from '../flag.ts'
import { keyLabel } from '../keys/key-label.ts'
import classes from './frame.module.css'

/** Looks like the box it opens. */
export function SearchButton() {
  const texts = useTexts().shell.search
  return (
    <UnstyledButton className={classes.search ?? ''} onClick={palette.toggle} aria-keyshortcuts="Control+K">
      <IconSearch size={15} aria-hidden />
      <span className={classes.searchWord}>{texts.open}</span>
      <Kbd size="xs">{keyLabel('mod+k')}</Kbd>
    </UnstyledButton>
  )
}
