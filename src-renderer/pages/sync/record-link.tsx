import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'

interface RecordLinkProps {
  readonly of: Pick<OutboxEntry, 'recordKind' | 'recordId'>
  readonly children: ReactNode
  readonly className?: string
}

/** The way to the case a decision is about. */
export function RecordLink({ of: { recordKind, recordId }, children, className }: RecordLinkProps) {
  const to = recordKind === 'application' ? '/applications/$id' : '/listings/$id'
  return (
    <Link to={to} params={{ id: recordId }} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}
