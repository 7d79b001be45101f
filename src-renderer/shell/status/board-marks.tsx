import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconHourglass,
  IconPlayerPause,
  IconProgress,
  IconTrash,
} from '@tabler/icons-react'
import type { ClusterStatus } from '#shared/contracts/console-platform/records/cluster.ts'
import type { SubscriptionStatus } from '#shared/contracts/console-platform/records/subscription.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { type Look, Mark } from './status-mark.tsx'

const SUBSCRIPTION: Readonly<Record<SubscriptionStatus, Look>> = {
  trial: [IconProgress, 'calm'],
  active: [IconCircleCheck, 'good'],
  grace: [IconHourglass, 'warn'],
  retention: [IconPlayerPause, 'warn'],
  expired: [IconCircleX, 'calm'],
  released: [IconArchive, 'calm'],
  refunded: [IconArrowBackUp, 'calm'],
}

/** Where a subscription stands, by icon and word. */
export function SubscriptionStatusMark({ status }: { readonly status: SubscriptionStatus }) {
  return <Mark look={SUBSCRIPTION[status]} word={useTexts().statuses.subscription[status]} />
}

const CLUSTER: Readonly<Record<ClusterStatus, Look>> = {
  running: [IconCircleCheck, 'good'],
  abnormal: [IconAlertTriangle, 'warn'],
  offline: [IconPlayerPause, 'calm'],
  uninstalled: [IconTrash, 'calm'],
}

/** How a cluster was last seen, by icon and word. */
export function ClusterStatusMark({ status }: { readonly status: ClusterStatus }) {
  return <Mark look={CLUSTER[status]} word={useTexts().statuses.cluster[status]} />
}
