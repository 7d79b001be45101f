import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconChevronDown, IconKeyboard, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { useLanguage, useTexts } from '../../i18n/language-context.ts'
import { LANGUAGES, type Language } from '../../i18n/words.ts'
import { keysPanel, signingOut } from '../flag.ts'
import classes from './frame.module.css'

const SCHEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[]

interface UserMenuProps {
  readonly account: Account
}

/** The person, her language and light, and the way out. */
export function UserMenu({ account }: UserMenuProps) {
  const texts = useTexts()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <UnstyledButton
          className={classes.userButton ?? ''}
          aria-label={`${texts.shell.user.menu}: ${account.name}`}
        >
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
          {account.name}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.email}
          <br />
          {account.roles.map((role) => texts.roles.role[role]).join(' · ')}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{texts.shell.language.name}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(value) => choose(value as Language)}>
          {LANGUAGES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {texts.shell.language[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{texts.shell.theme.name}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {SCHEMES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {texts.shell.theme[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={14} />} onClick={keysPanel.toggle}>
          {texts.shell.keys.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={14} />}
          renderRoot={(props) => <Link to="/settings" {...props} />}
        >
          {texts.shell.screens.settings}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => signingOut.set(true)}>
          {texts.shell.user.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
