import { IconAlertCircle, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react'
import type { LastDay } from '#shared/contracts/console-engine/providers.ts'
import type { Expiry } from '#shared/contracts/console-platform/provider-clocks.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { type Look, Mark } from './status-mark.tsx'

const LOOKS: Readonly<Record<Expiry, Look>> = {
  over: [IconAlertCircle, 'bad'],
  soon: [IconClockExclamation, 'warn'],
  later: [IconCircleCheck, 'calm'],
}

/** The last day of something with how it stands today, by icon and word; nothing where it has none. */
export function ExpiryMark({ day, none }: { readonly day: LastDay | null; readonly none: string }) {
  const { expiry } = useTexts().format
  if (day === null) return none
  return <Mark look={LOOKS[day.expiry]} word={expiry[day.expiry](day.on)} />
}
