import {
  type Icon,
  IconAdjustments,
  IconAdjustmentsHorizontal,
  IconApi,
  IconArrowsLeftRight,
  IconBuildingBank,
  IconBuildingStore,
  IconCalendarEvent,
  IconCashBanknote,
  IconChecklist,
  IconCoin,
  IconCreditCard,
  IconEye,
  IconFileImport,
  IconFileInvoice,
  IconFiles,
  IconFileText,
  IconGauge,
  IconGavel,
  IconMail,
  IconMailCog,
  IconMessages,
  IconPackage,
  IconPackages,
  IconReceipt,
  IconRepeat,
  IconReportMoney,
  IconScale,
  IconServer2,
  IconTableOptions,
  IconUser,
  IconUserCircle,
  IconWallet,
} from '@tabler/icons-react'
import type { LinkOptions } from '@tanstack/react-router'
import type { Found, FoundKind } from '#shared/contracts/console-engine/desk.ts'
import { ADMINS } from '#shared/contracts/console-platform/commands/who-may.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { OCCASIONS } from '#shared/rules/notices/occasions.ts'

/** A record that something points at; `within` is the record that shows it, where its kind has no case of its own. */
export interface RecordPointer {
  readonly kind: RecordKind
  readonly id: string
  readonly within: string | null
}

interface RecordPlace {
  readonly icon: Icon
  /** The kind of record without which the place is empty for ever. */
  readonly needs: RecordKind
  /** The address, for a link or to go there; null where what shows the record is not known. */
  readonly at: (record: Omit<RecordPointer, 'kind'>) => Place | null
}

type Place = Pick<LinkOptions, 'to' | 'params' | 'search'>

/** Where a record of each kind is shown, and the icon it has everywhere. */
export const RECORD_PLACES: Readonly<Record<RecordKind, RecordPlace>> = {
  application: { icon: IconChecklist, needs: 'application', at: caseIn('/applications/$id') },
  listingVersion: { icon: IconPackage, needs: 'listingVersion', at: caseIn('/listings/$id') },
  depositObligation: { icon: IconCoin, needs: 'depositObligation', at: caseIn('/deposits/$id') },
  recharge: { icon: IconCreditCard, needs: 'recharge', at: caseIn('/recharges/$id') },
  invoice: { icon: IconFileInvoice, needs: 'invoice', at: caseIn('/invoices/$id') },
  payoutRequest: { icon: IconCashBanknote, needs: 'payoutRequest', at: caseIn('/payouts/$id') },
  providerAccount: { icon: IconWallet, needs: 'providerAccount', at: caseIn('/payee-accounts/$id') },
  payoutBatch: { icon: IconFiles, needs: 'payoutBatch', at: caseIn('/payout-batches/$id') },
  violation: { icon: IconGavel, needs: 'violation', at: caseIn('/violations/$id') },
  order: { icon: IconReceipt, needs: 'order', at: caseIn('/orders/$id') },
  /** It is shown with its order, which has the same id. */
  supervision: { icon: IconEye, needs: 'order', at: caseIn('/orders/$id') },
  subscription: { icon: IconRepeat, needs: 'subscription', at: caseIn('/subscriptions/$id') },
  cluster: { icon: IconServer2, needs: 'cluster', at: caseIn('/clusters/$id') },
  notice: { icon: IconMail, needs: 'notice', at: caseIn('/notices/$id') },
  noticeTemplate: {
    icon: IconMailCog,
    needs: 'noticeTemplate',
    at: ({ id, within }) => {
      const occasion = OCCASIONS.find((each) => each === within)
      return {
        to: '/notice-templates',
        search: { shown: id, ...(occasion === undefined ? {} : { occasion }) },
      }
    },
  },
  contact: { icon: IconMessages, needs: 'contact', at: caseIn('/contacts/$id') },
  meteredBill: { icon: IconGauge, needs: 'meteredBill', at: caseIn('/metered-bills/$id') },
  interfaceCall: { icon: IconApi, needs: 'interfaceCall', at: caseIn('/interface-calls/$id') },
  offlineOrder: { icon: IconReceipt, needs: 'offlineOrder', at: caseIn('/offline-orders/$id') },
  orderImport: {
    icon: IconFileImport,
    needs: 'orderImport',
    at: ({ id }) => ({ to: '/orders/import', search: { shown: id } }),
  },
  bankLine: { icon: IconArrowsLeftRight, needs: 'bankLine', at: caseIn('/bank/lines/$id') },
  settlementStatement: {
    icon: IconReportMoney,
    needs: 'settlementStatement',
    at: caseIn('/settlement/$id'),
  },
  /** A line is shown by its statement. */
  settlementLine: {
    icon: IconReportMoney,
    needs: 'settlementStatement',
    at: ({ within }) => (within === null ? null : caseIn('/settlement/$id')({ id: within })),
  },
  settledOrders: {
    icon: IconReportMoney,
    needs: 'settlementStatement',
    at: ({ within }) => (within === null ? null : caseIn('/settlement/$id')({ id: within })),
  },
  matchSettings: {
    icon: IconAdjustmentsHorizontal,
    needs: 'matchSettings',
    at: ({ id, within }) => ({
      to: '/bank/matching',
      search: { shown: id, ...(within === null ? {} : { marketplace: within }) },
    }),
  },
  paymentTemplate: {
    icon: IconTableOptions,
    needs: 'paymentTemplate',
    at: ({ id, within }) => ({
      to: '/payment-templates',
      search: { shown: id, ...(within === null ? {} : { bank: within }) },
    }),
  },
  settlementAdjustment: { icon: IconReportMoney, needs: 'settlementStatement', at: monthAt },
  settlementMonth: { icon: IconReportMoney, needs: 'settlementStatement', at: monthAt },
  commissionRebate: { icon: IconCoin, needs: 'commissionRebate', at: caseIn('/rebates/$id') },
  commissionInvoice: {
    icon: IconFileInvoice,
    needs: 'commissionInvoice',
    at: caseIn('/commission-invoices/$id'),
  },
  policyPack: {
    icon: IconScale,
    needs: 'policyPack',
    at: ({ id }) => ({ to: '/rules', search: { tab: 'packs', id } }),
  },
  holidayTable: {
    icon: IconCalendarEvent,
    needs: 'holidayTable',
    at: ({ id }) => ({ to: '/rules', search: { tab: 'holidays', id } }),
  },
  companyControl: {
    icon: IconAdjustments,
    needs: 'companyControl',
    at: ({ id }) => ({ to: '/rules', search: { tab: 'controls', id } }),
  },
  provider: { icon: IconBuildingStore, needs: 'provider', at: caseIn('/providers/$id') },
  /** A product is shown by its provider: its versions are the cases. */
  listing: {
    icon: IconPackages,
    needs: 'provider',
    at: ({ within }) => (within === null ? null : caseIn('/providers/$id')({ id: within })),
  },
  /** An account is its lines; new ones are made known there too. */
  bankAccount: {
    icon: IconBuildingBank,
    needs: 'bankLine',
    at: ({ id }) => ({ to: '/bank/lines', search: { accounts: [id], statuses: [] } }),
  },
  /** A statement is shown by the months of its account. */
  bankStatement: {
    icon: IconFileText,
    needs: 'bankLine',
    at: ({ within }) => (within === null ? null : { to: '/bank/reports', search: { account: within } }),
  },
  /** A colleague is what is assigned to them. */
  operator: {
    icon: IconUser,
    needs: 'application',
    at: ({ id }) => ({ to: '/applications', search: { assignee: id } }),
  },
}

/** The month that a record belongs to, with the list of its statements. */
function monthAt({ id }: Omit<RecordPointer, 'kind'>): Place {
  return { to: '/settlement', search: { shown: id } }
}

function caseIn(
  to:
    | '/applications/$id'
    | '/listings/$id'
    | '/orders/$id'
    | '/subscriptions/$id'
    | '/clusters/$id'
    | '/contacts/$id'
    | '/interface-calls/$id'
    | '/metered-bills/$id'
    | '/notices/$id'
    | '/settlement/$id'
    | '/violations/$id'
    | '/commission-invoices/$id'
    | '/rebates/$id'
    | '/offline-orders/$id'
    | '/recharges/$id'
    | '/payouts/$id'
    | '/invoices/$id'
    | '/payee-accounts/$id'
    | '/payout-batches/$id'
    | '/deposits/$id'
    | '/bank/lines/$id'
    | '/providers/$id',
) {
  return ({ id }: { readonly id: string }) => ({ to, params: { id } })
}

/** Where a record is shown to these roles; null where it is shown nowhere. */
export function placeOf(record: RecordPointer, roles: readonly Role[]): Place | null {
  const { needs, at } = RECORD_PLACES[record.kind]
  // To who administers, a colleague is her account.
  if (record.kind === 'operator' && ADMINS.some((role) => roles.includes(role))) {
    return { to: '/accounts', search: { id: record.id } }
  }
  return maySee(roles, needs) ? at(record) : null
}

/** The icon of what was found. */
export function foundIcon(kind: FoundKind): Icon {
  return kind === 'user' ? IconUserCircle : RECORD_PLACES[kind].icon
}

/** Where what was found is shown to these roles; null where it is shown nowhere. */
export function foundPlace(
  { kind, id, within }: Pick<Found, 'kind' | 'id' | 'within'>,
  roles: readonly Role[],
): Place | null {
  return kind === 'user' ? { to: '/users/$id', params: { id } } : placeOf({ kind, id, within }, roles)
}
