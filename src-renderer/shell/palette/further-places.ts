import type { Icon } from '@tabler/icons-react'
import type { RegisteredRouter } from '@tanstack/react-router'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import type { Texts } from '../../i18n/texts.ts'
import { RECORD_PLACES } from '../../routes/record-places.ts'

type Navigate = RegisteredRouter['navigate']

/** A page that has no place in the rail and no key of its own, or a list narrowed to what waits for who looks. */
interface FurtherPlace {
  readonly key: string
  readonly icon: Icon
  readonly label: string
  readonly go: (navigate: Navigate) => unknown
}

interface Known extends Pick<FurtherPlace, 'go'> {
  readonly key: string
  readonly label: (texts: Texts) => string
  /** Without this kind of record the page would be empty for ever. */
  readonly needs: RecordKind
  /** Only for who may decide so. */
  readonly command: CommandType | null
}

const KNOWN: readonly Known[] = [
  {
    ...{ key: 'payouts-for-me', needs: 'payoutRequest', command: 'payout.approve' },
    label: ({ payouts }) => payouts.forMe,
    go: (navigate) => navigate({ to: '/payouts', search: { forMe: true } }),
  },
  {
    ...{ key: 'accounts-for-me', needs: 'providerAccount', command: 'provider.approve-bank-account' },
    label: ({ payouts }) => payouts.accounts.forMe,
    go: (navigate) => navigate({ to: '/payee-accounts', search: { forMe: true } }),
  },
  {
    ...{ key: 'payee-accounts', needs: 'providerAccount', command: null },
    label: ({ payouts }) => payouts.accounts.title,
    go: (navigate) => navigate({ to: '/payee-accounts' }),
  },
  {
    ...{ key: 'payment-templates', needs: 'paymentTemplate', command: null },
    label: ({ payoutBatches }) => payoutBatches.templates.title,
    go: (navigate) => navigate({ to: '/payment-templates' }),
  },
  {
    ...{ key: 'notice-templates', needs: 'noticeTemplate', command: null },
    label: ({ notices }) => notices.templates.title,
    go: (navigate) => navigate({ to: '/notice-templates' }),
  },
  {
    ...{ key: 'commission-invoices', needs: 'commissionInvoice', command: null },
    label: ({ commissionInvoices }) => commissionInvoices.title,
    go: (navigate) => navigate({ to: '/commission-invoices' }),
  },
  {
    ...{ key: 'rebates', needs: 'commissionRebate', command: null },
    label: ({ commissionRebates }) => commissionRebates.title,
    go: (navigate) => navigate({ to: '/rebates' }),
  },
  {
    ...{ key: 'books', needs: 'settlementStatement', command: null },
    label: ({ books }) => books.title,
    go: (navigate) => navigate({ to: '/books' }),
  },
  {
    ...{ key: 'offline-orders', needs: 'offlineOrder', command: null },
    label: ({ offlineOrders }) => offlineOrders.title,
    go: (navigate) => navigate({ to: '/offline-orders' }),
  },
  {
    ...{ key: 'unbilled', needs: 'supervision', command: null },
    label: ({ supervision }) => `${supervision.title} · ${supervision.board.unbilled}`,
    go: (navigate) => navigate({ to: '/supervision', search: { unbilled: 'provider' } }),
  },
  {
    ...{ key: 'interface-calls', needs: 'interfaceCall', command: null },
    label: ({ interfaceCalls }) => interfaceCalls.title,
    go: (navigate) => navigate({ to: '/interface-calls' }),
  },
  {
    ...{ key: 'import-orders', needs: 'orderImport', command: 'order.import' },
    label: ({ orderImport }) => orderImport.title,
    go: (navigate) => navigate({ to: '/orders/import' }),
  },
]

/** Those that have something to show to these roles. The platform enforces; the page only hides. */
export function furtherPlacesFor(roles: readonly Role[], texts: Texts): FurtherPlace[] {
  return KNOWN.filter(({ needs }) => maySee(roles, needs))
    .filter(({ command }) => command === null || mayCommand(roles, command))
    .map(({ key, needs, label, go }) => ({ key, icon: RECORD_PLACES[needs].icon, label: label(texts), go }))
}
