import {
  type Icon,
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudDownload,
  IconCloudOff,
  IconDatabaseX,
  IconLogin,
} from '@tabler/icons-react'
import type { SyncStatus } from '#shared/contracts/console-engine/sync.ts'

interface SyncLook {
  readonly icon: Icon
  readonly tone: 'good' | 'calm' | 'warn' | 'bad'
}

/** Each state of sync by icon and tone; the word comes from the texts. */
export const SYNC_LOOKS: Readonly<Record<SyncStatus['state'], SyncLook>> = {
  live: { icon: IconCloudCheck, tone: 'good' },
  pulling: { icon: IconCloudDownload, tone: 'calm' },
  snapshot: { icon: IconCloudDownload, tone: 'calm' },
  offline: { icon: IconCloudOff, tone: 'warn' },
  'signed-out': { icon: IconLogin, tone: 'warn' },
  'client-too-old': { icon: IconAlertTriangle, tone: 'bad' },
  'platform-too-old': { icon: IconAlertTriangle, tone: 'bad' },
  'cache-damaged': { icon: IconDatabaseX, tone: 'bad' },
}
