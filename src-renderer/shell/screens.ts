import {
  type Icon,
  IconAdjustmentsHorizontal,
  IconCloudCheck,
  IconFileImport,
  IconReportMoney,
  IconSearch,
  IconSettings,
  IconShieldCheck,
  IconSun,
  IconUsers,
} from '@tabler/icons-react'
import { ADMINS } from '#shared/contracts/console-platform/commands/who-may.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { READS_AUDIT, type Role } from '#shared/contracts/console-platform/roles.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { RECORD_PLACES } from '../routes/record-places.ts'

interface Place<Id extends string, To extends string> {
  readonly id: Id
  readonly to: To
  readonly icon: Icon
  /** Goes there, pressed after `g`. */
  readonly letter: string
  /** Without this kind of record the screen would be empty for ever. */
  readonly needs: RecordKind | null
  /** Those alone whom the platform answers there; everybody where it is left out. */
  readonly only?: readonly Role[]
}

/** A place of the rail. */
export type Screen = Place<
  | 'today'
  | 'lookUp'
  | 'applications'
  | 'listings'
  | 'deposits'
  | 'orders'
  | 'subscriptions'
  | 'clusters'
  | 'contacts'
  | 'supervision'
  | 'meteredBills'
  | 'notices'
  | 'settlement'
  | 'payouts'
  | 'invoices'
  | 'payoutBatches'
  | 'providers'
  | 'rules'
  | 'accounts'
  | 'audit'
  | 'sync'
  | 'settings',
  | '/today'
  | '/look-up'
  | '/applications'
  | '/listings'
  | '/deposits'
  | '/orders'
  | '/subscriptions'
  | '/clusters'
  | '/contacts'
  | '/supervision'
  | '/metered-bills'
  | '/notices'
  | '/settlement'
  | '/payouts'
  | '/invoices'
  | '/payout-batches'
  | '/providers'
  | '/rules'
  | '/accounts'
  | '/audit'
  | '/sync'
  | '/settings'
>

/** A place beside the register, reached from 保证金. */
export type BankScreen = Place<
  'violations' | 'recharges' | 'lines' | 'import' | 'reports' | 'matching',
  '/violations' | '/recharges' | '/bank/lines' | '/bank/import' | '/bank/reports' | '/bank/matching'
>

const SCREENS: readonly Screen[] = [
  { id: 'today', to: '/today', icon: IconSun, letter: 't', needs: null },
  { id: 'lookUp', to: '/look-up', icon: IconSearch, letter: 'q', needs: null },
  { id: 'contacts', to: '/contacts', icon: RECORD_PLACES.contact.icon, letter: 'h', needs: 'contact' },
  { id: 'notices', to: '/notices', icon: RECORD_PLACES.notice.icon, letter: 'j', needs: 'noticeTemplate' },
  {
    id: 'applications',
    to: '/applications',
    icon: RECORD_PLACES.application.icon,
    letter: 'a',
    needs: 'application',
  },
  {
    id: 'listings',
    to: '/listings',
    icon: RECORD_PLACES.listingVersion.icon,
    letter: 'l',
    needs: 'listingVersion',
  },
  {
    id: 'deposits',
    to: '/deposits',
    icon: RECORD_PLACES.depositObligation.icon,
    letter: 'd',
    needs: 'depositObligation',
  },
  { id: 'orders', to: '/orders', icon: RECORD_PLACES.order.icon, letter: 'o', needs: 'order' },
  {
    id: 'supervision',
    to: '/supervision',
    icon: RECORD_PLACES.supervision.icon,
    letter: 'g',
    needs: 'supervision',
  },
  {
    id: 'meteredBills',
    to: '/metered-bills',
    icon: RECORD_PLACES.meteredBill.icon,
    letter: 'M',
    needs: 'meteredBill',
  },
  {
    id: 'subscriptions',
    to: '/subscriptions',
    icon: RECORD_PLACES.subscription.icon,
    letter: 'w',
    needs: 'subscription',
  },
  { id: 'clusters', to: '/clusters', icon: RECORD_PLACES.cluster.icon, letter: 'x', needs: 'cluster' },
  {
    id: 'settlement',
    to: '/settlement',
    icon: RECORD_PLACES.settlementStatement.icon,
    letter: 'c',
    needs: 'settlementStatement',
  },
  {
    id: 'payouts',
    to: '/payouts',
    icon: RECORD_PLACES.payoutRequest.icon,
    letter: 'y',
    needs: 'payoutRequest',
  },
  { id: 'invoices', to: '/invoices', icon: RECORD_PLACES.invoice.icon, letter: 'f', needs: 'invoice' },
  {
    id: 'payoutBatches',
    to: '/payout-batches',
    icon: RECORD_PLACES.payoutBatch.icon,
    letter: 'k',
    needs: 'payoutBatch',
  },
  { id: 'providers', to: '/providers', icon: RECORD_PLACES.provider.icon, letter: 'p', needs: 'provider' },
  {
    id: 'rules',
    to: '/rules',
    icon: RECORD_PLACES.policyPack.icon,
    letter: 'u',
    needs: 'policyPack',
  },
  { id: 'accounts', to: '/accounts', icon: IconUsers, letter: 'A', needs: null, only: ADMINS },
  { id: 'audit', to: '/audit', icon: IconShieldCheck, letter: 'z', needs: null, only: READS_AUDIT },
  { id: 'sync', to: '/sync', icon: IconCloudCheck, letter: 's', needs: null },
  { id: 'settings', to: '/settings', icon: IconSettings, letter: 'e', needs: null },
]

const BANK_SCREENS: readonly BankScreen[] = [
  {
    id: 'violations',
    to: '/violations',
    icon: RECORD_PLACES.violation.icon,
    letter: 'v',
    needs: 'violation',
  },
  { id: 'recharges', to: '/recharges', icon: RECORD_PLACES.recharge.icon, letter: 'n', needs: 'recharge' },
  { id: 'lines', to: '/bank/lines', icon: RECORD_PLACES.bankLine.icon, letter: 'b', needs: 'bankLine' },
  { id: 'import', to: '/bank/import', icon: IconFileImport, letter: 'i', needs: 'bankLine' },
  { id: 'reports', to: '/bank/reports', icon: IconReportMoney, letter: 'r', needs: 'bankLine' },
  { id: 'matching', to: '/bank/matching', icon: IconAdjustmentsHorizontal, letter: 'm', needs: 'bankLine' },
]

/** The places of the rail that have something to show to these roles. The platform enforces; the page only hides. */
export function screensFor(roles: readonly Role[]): readonly Screen[] {
  return SCREENS.filter(visibleTo(roles))
}

/** The places beside the register that have something to show to these roles. */
export function bankScreensFor(roles: readonly Role[]): readonly BankScreen[] {
  return BANK_SCREENS.filter(visibleTo(roles))
}

function visibleTo(roles: readonly Role[]): (place: Screen | BankScreen) => boolean {
  return ({ needs, only }) =>
    (needs === null || maySee(roles, needs)) &&
    (only === undefined || roles.some((role) => only.includes(role)))
}
