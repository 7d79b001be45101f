import { IconPlugConnectedX } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { HeldStrip } from '../decisions/held-strip.tsx'
import { palette } from '../flag.ts'
import { KeysPanel } from '../keys/keys-panel.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { Palette } from '../palette/palette.tsx'
import { bankScreensFor, screensFor } from '../screens.ts'
import classes from './frame.module.css'
import { Rail } from './rail.tsx'
import { SearchButton } from './search-button.tsx'
import { SignOutDialog } from './sign-out-dialog.tsx'
import { SyncState } from './sync-state.tsx'
import { UserMenu } from './user-menu.tsx'

interface FrameProps {
  readonly account: Account
  readonly engineGone: boolean
  readonly children: ReactNode
}

/** Navigation rail, top line, and the screen. */
export function Frame({ account, engineGone, children }: FrameProps) {
  const texts = useTexts().shell
  const router = useRouter()
  const screens = screensFor(account.roles)
  useKeys(
    [
      { means: 'palette', label: texts.keys.palette, run: palette.toggle, whileTyping: true, hidden: true },
      ...[...screens, ...bankScreensFor(account.roles)].map((screen) => ({
        means: `go-to-${screen.letter}` as const,
        label: texts.keys.goTo(texts.screens[screen.id]),
        run: () => void router.navigate({ to: screen.to }),
        hidden: true,
      })),
    ],
    'everywhere',
  )
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {texts.skipToContent}
      </a>
      <Rail screens={screens} />
      <div className={classes.right}>
        <header className={classes.top}>
          <SearchButton />
          <HeldStrip />
          <div className={classes.topRight}>
            <SyncState />
            <UserMenu account={account} />
          </div>
        </header>
        {engineGone ? (
          <div className={classes.gone} role="alert">
            <IconPlugConnectedX size={16} aria-hidden />
            {texts.states.engineGone} · {texts.states.engineGoneLead}
          </div>
        ) : null}
        <main id="content" className={classes.content} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Palette screens={screens} />
      <KeysPanel />
      <SignOutDialog />
    </div>
  )
}
