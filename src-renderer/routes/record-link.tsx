import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { useAccount } from '../shell/use-session.ts'
import { placeOf } from './record-places.ts'

interface RecordLinkProps {
  readonly kind: RecordKind
  readonly id: string
  /** The record that shows it, where its kind has no case of its own. */
  readonly within?: string | null
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link to where a record is shown; its words alone where it is shown nowhere. */
export function RecordLink({ kind, id, within = null, children, ...rest }: RecordLinkProps) {
  const place = placeOf({ kind, id, within }, useAccount()?.roles ?? [])
  if (place === null) return <span {...rest}>{children}</span>
  return (
    <Link {...place} {...rest}>
      {children}
    </Link>
  )
}
