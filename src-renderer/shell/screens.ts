import {
  type Icon,
  IconBuildingStore,
  IconChecklist,
  IconCloudCheck,
  IconCoin,
  IconPackage,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'

export interface Screen {
  readonly id: 'today' | 'applications' | 'listings' | 'deposits' | 'providers' | 'sync' | 'settings'
  readonly to: '/today' | '/applications' | '/listings' | '/deposits' | '/providers' | '/sync' | '/settings'
  readonly icon: Icon
  /** Goes there, pressed after `g`. */
  readonly letter: string
  /** Without this kind of record the screen would be empty for ever. */
  readonly needs: RecordKind | null
}

const SCREENS: readonly Screen[] = [
  { id: 'today', to: '/today', icon: IconSun, letter: 't', needs: null },
  { id: 'applications', to: '/applications', icon: IconChecklist, letter: 'a', needs: 'application' },
  { id: 'listings', to: '/listings', icon: IconPackage, letter: 'l', needs: 'listingVersion' },
  { id: 'deposits', to: '/deposits', icon: IconCoin, letter: 'd', needs: 'depositObligation' },
  { id: 'providers', to: '/providers', icon: IconBuildingStore, letter: 'p', needs: 'provider' },
  { id: 'sync', to: '/sync', icon: IconCloudCheck, letter: 's', needs: null },
  { id: 'settings', to: '/settings', icon: IconSettings, letter: 'e', needs: null },
]

/** The screens that have something to show to these roles. The platform enforces; the page only hides. */
export function screensFor(roles: readonly Role[]): readonly Screen[] {
  return SCREENS.filter((screen) => screen.needs === null || maySee(roles, screen.needs))
}
