import { IconBan, IconCircleCheck, IconMailForward } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { type Look, Mark } from '#renderer/shell/status/status-mark.tsx'
import type { HeldAccount } from '#shared/contracts/console-platform/accounts.ts'

const STATES: Readonly<Record<HeldAccount['state'], Look>> = {
  invited: [IconMailForward, 'theirs'],
  active: [IconCircleCheck, 'good'],
  deactivated: [IconBan, 'calm'],
}

/** Where an account stands, by icon and word. */
export function AccountStateMark({ state }: { readonly state: HeldAccount['state'] }) {
  return <Mark look={STATES[state]} word={useTexts().roles.accountState[state]} />
}
