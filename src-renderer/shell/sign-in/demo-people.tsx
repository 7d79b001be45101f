import { Text, UnstyledButton } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import classes from './sign-in.module.css'

/** A code holds for half a minute. */
const ASK_AGAIN_MS = 5_000

interface DemoPeopleProps {
  readonly session: DeskSession
  readonly disabled: boolean
  readonly onChoose: (credentials: { email: string; password: string; code: string | null }) => void
}

/** The users of a demo platform, by role, with the codes of their second factors now; one click signs in. */
export function DemoPeople({ session, disabled, onChoose }: DemoPeopleProps) {
  const texts = useTexts()
  const words = texts.shell.signIn
  const { demoCodes } = session
  const queries = useQueryClient()
  useEffect(() => {
    const ask = () => void queries.invalidateQueries({ queryKey: engine.session.get.queryKey() })
    const timer = window.setInterval(ask, ASK_AGAIN_MS)
    return () => window.clearInterval(timer)
  }, [queries])
  return (
    <section className={classes.demo} aria-label={words.demo}>
      <Text size="xs" fw={600}>
        {words.demo}
      </Text>
      <Text size="xs" c="dimmed">
        {words.demoLead}
      </Text>
      <div className={classes.people}>
        {(session.platform?.demoAccounts ?? []).map(({ email, password, name, roles }) => {
          const code = demoCodes[email] ?? null
          return (
            <UnstyledButton
              key={email}
              className={classes.person ?? ''}
              disabled={disabled}
              onClick={() => onChoose({ email, password, code })}
            >
              <IconUser size={16} stroke={1.6} aria-hidden />
              <span className={classes.personName}>{name}</span>
              <span className={classes.personRole}>
                {roles.map((role) => texts.roles.role[role]).join(' · ')}
              </span>
              {code === null ? null : <span className={classes.personCode}>{words.demoCode(code)}</span>}
            </UnstyledButton>
          )
        })}
      </div>
    </section>
  )
}
