import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './state-panel.module.css'

interface StatePanelProps {
  readonly icon: ReactNode
  readonly title: string
  readonly lead?: string
  readonly children?: ReactNode
  readonly role?: 'status' | 'alert'
}

/** What stands where there is nothing to show, and why: an icon, a sentence, and what to do next. */
export function StatePanel({ icon, title, lead, children, role = 'status' }: StatePanelProps) {
  return (
    <div className={classes.panel} role={role}>
      <Stack align="center" gap={8}>
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
        <Text fw={600}>{title}</Text>
        {lead === undefined ? null : (
          <Text size="sm" c="dimmed" ta="center" maw={440}>
            {lead}
          </Text>
        )}
        {children}
      </Stack>
    </div>
  )
}
