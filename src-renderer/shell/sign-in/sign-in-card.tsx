import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/language-context.ts'
import iconUrl from '../../icon.svg'
import { LanguageSwitch } from './language-switch.tsx'
import classes from './sign-in.module.css'

interface SignInCardProps {
  /** Beside the product's name. */
  readonly lead: string
  readonly children: ReactNode
}

/** The frame of every step before the desk. */
export function SignInCard({ lead, children }: SignInCardProps) {
  const { product, signIn } = useTexts().shell
  return (
    <main className={classes.place}>
      <title>{`${signIn.title} · ${product}`}</title>
      <div className={classes.card}>
        <header className={classes.header}>
          <img src={iconUrl} alt="" width={28} height={28} />
          <div>
            <h1 className={classes.title}>{product}</h1>
            <Text size="xs" c="dimmed">
              {lead}
            </Text>
          </div>
          <LanguageSwitch />
        </header>
        {children}
      </div>
    </main>
  )
}
