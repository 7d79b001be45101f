import { IconLock } from '@tabler/icons-react'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import {
  type ReceivedField,
  rolesSeeing,
  SEES_PERSONAL_DATA,
  type Unseen,
  unseenIn,
} from '#shared/contracts/console-platform/visibility.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { useAccount } from '../use-session.ts'
import classes from './not-visible.module.css'
import { StatePanel } from './state-panel.tsx'

function whoSees(what: Unseen): readonly Role[] {
  return what === 'personal-data' ? SEES_PERSONAL_DATA : rolesSeeing(what)
}

type UnseenIn = <K extends RecordKind>(kind: K, at?: ReceivedField<K>) => Unseen | null

/** What of a kind, or of a field of a record, never reaches the signed-in person; null where it does. */
export function useUnseen(): UnseenIn {
  const roles = useAccount()?.roles ?? []
  return (kind, at) => unseenIn(roles, kind, at ?? null)
}

function useWhoSees(what: Unseen): string {
  const { role } = useTexts().roles
  return whoSees(what)
    .map((each) => role[each])
    .join(' / ')
}

/** In place of a value or a list that this person's role may not see, and which roles may. */
export function NotVisible({ what }: { readonly what: Unseen }) {
  const texts = useTexts().roles
  const who = texts.seenBy(useWhoSees(what))
  return (
    <span className={classes.unseen} title={who}>
      <IconLock size={13} stroke={1.75} aria-hidden />
      {texts.notVisible}
      <span className={classes.who}>{who}</span>
    </span>
  )
}

/** In place of a whole screen whose records this person's role may not see. */
export function NoPermission({ what }: { readonly what: Unseen }) {
  return <OnlyFor roles={whoSees(what)} />
}

/** In place of a whole screen that is for other roles. */
export function OnlyFor({ roles }: { readonly roles: readonly Role[] }) {
  const texts = useTexts().roles
  const who = roles.map((each) => texts.role[each]).join(' / ')
  return (
    <StatePanel
      icon={<IconLock size={28} stroke={1.5} />}
      title={texts.noPermission}
      lead={`${texts.seenBy(who)}${texts.askFor}`}
    />
  )
}
