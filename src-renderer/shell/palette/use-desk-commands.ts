import { useMantineColorScheme } from '@mantine/core'
import { type Icon, IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useLanguage, useTexts } from '../../i18n/language-context.ts'
import { LANGUAGES } from '../../i18n/words.ts'
import { signingOut } from '../flag.ts'

/** Something the desk does on every screen. */
export interface DeskCommand {
  readonly key: string
  readonly icon: Icon
  readonly label: string
  readonly run: () => void
}

const SCHEMES = ['light', 'dark', 'auto'] as const

/** What can be changed from anywhere: the light and the language there are beside those in use, and the way out. */
export function useDeskCommands(): readonly DeskCommand[] {
  const { shell } = useTexts()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return [
    ...SCHEMES.filter((scheme) => scheme !== colorScheme).map((scheme) => ({
      key: `theme-${scheme}`,
      icon: scheme === 'light' ? IconSun : IconMoon,
      label: shell.search.choose(shell.theme.name, shell.theme[scheme]),
      run: () => setColorScheme(scheme),
    })),
    ...LANGUAGES.filter((other) => other !== language).map((other) => ({
      key: `language-${other}`,
      icon: IconLanguage,
      label: shell.search.choose(shell.language.name, shell.language[other]),
      run: () => choose(other),
    })),
    { key: 'sign-out', icon: IconLogout, label: shell.user.signOut, run: () => signingOut.set(true) },
  ]
}
