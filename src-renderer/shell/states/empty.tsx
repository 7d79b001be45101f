import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StatePanel } from './state-panel.tsx'

interface EmptyProps {
  readonly title: string
  readonly lead?: string
  readonly children?: ReactNode
}

/** Nothing here, and that is fine. */
export function Empty({ title, lead, children }: EmptyProps) {
  return (
    <StatePanel
      icon={<IconInbox size={28} stroke={1.5} />}
      title={title}
      {...(lead === undefined ? {} : { lead })}
    >
      {children}
    </StatePanel>
  )
}
