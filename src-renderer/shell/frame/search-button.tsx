import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTexts } from '../../i18n/language-context.ts'
import { keyLabel } from '../keys/key-label.ts'
import { openPalette } from '../palette/palette.tsx'
import classes from './frame.module.css'

/** Looks like the box it opens. */
export function SearchButton() {
  const texts = useTexts().shell.search
  return (
    <UnstyledButton className={classes.search ?? ''} onClick={openPalette} aria-keyshortcuts="Control+K">
      <IconSearch size={15} aria-hidden />
      <span className={classes.searchWord}>{texts.open}</span>
      <Kbd size="xs">{keyLabel('mod+k')}</Kbd>
    </UnstyledButton>
  )
}
