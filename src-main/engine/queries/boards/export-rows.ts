import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type {
  clusterExportInput,
  subscriptionExportInput,
} from '#shared/contracts/console-engine/subscriptions.ts'
import type { Cluster } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Subscription } from '#shared/contracts/console-platform/records/subscription.ts'
import { CLUSTER_HEADINGS, SUBSCRIPTION_HEADINGS } from '#shared/words/board-headings.ts'
import { CLUSTER_STATUS_WORDS, SUBSCRIPTION_STATUS_WORDS } from '#shared/words/boards.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { groupName } from './board-words.ts'
import { listClusters } from './list-clusters.ts'
import { listSubscriptions } from './list-subscriptions.ts'

type Language = keyof Bilingual
interface Scoped {
  readonly marketplaces: readonly string[]
  readonly providerId: string | null
  readonly listingId: string | null
  readonly from: string | null
  readonly to: string | null
  readonly text: string
}

/** The filtered subscriptions as a file, with the columns of the guide: no personal data but the user's name. */
export function exportSubscriptions(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof subscriptionExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const title = RECORD_KIND_WORDS.subscription
  const headings = SUBSCRIPTION_HEADINGS
  return exportQueue(context, asked, {
    name: 'subscriptions',
    title,
    read: (question) => listSubscriptions(context, { ...question, filter }),
    table: (rows) => tableOf(title, subscriptionColumns(context, language), rows),
    filters: [
      {
        heading: headings.status,
        values: filter.statuses.map((status) => SUBSCRIPTION_STATUS_WORDS[status][language]),
      },
      { heading: headings.plan, values: filter.plan === null ? [] : [filter.plan] },
      { heading: headings.subscribedAt, values: days(filter.from, filter.to) },
      { heading: headings.expiresAt, values: days(filter.endsFrom, filter.endsTo) },
      ...scoped(context, language, filter),
    ],
  })
}

/** The filtered clusters as a file, with the columns of the guide. */
export function exportClusters(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof clusterExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const title = RECORD_KIND_WORDS.cluster
  const headings = CLUSTER_HEADINGS
  return exportQueue(context, asked, {
    name: 'clusters',
    title,
    read: (question) => listClusters(context, { ...question, filter }),
    table: (rows) => tableOf(title, clusterColumns(context, language), rows),
    filters: [
      {
        heading: headings.status,
        values: filter.statuses.map((status) => CLUSTER_STATUS_WORDS[status][language]),
      },
      {
        heading: headings.packageVersion,
        values: filter.packageVersion === null ? [] : [filter.packageVersion],
      },
      { heading: headings.installedAt, values: days(filter.from, filter.to) },
      ...scoped(context, language, filter),
    ],
  })
}

function days(from: string | null, to: string | null): string[] {
  return from === null && to === null ? [] : [`${from ?? ''} – ${to ?? ''}`]
}

function scoped(context: QueryContext, language: Language, filter: Scoped) {
  const { marketplaces, providerId, listingId, text } = filter
  const named = (by: 'provider' | 'extension', id: string | null) =>
    id === null ? [] : [groupName(context, by, id)]
  return [
    {
      heading: SUBSCRIPTION_HEADINGS.marketplace,
      values: marketplaces.map((key) => marketplaceName(context, key)[language]),
    },
    { heading: SUBSCRIPTION_HEADINGS.name, values: named('provider', providerId) },
    { heading: SUBSCRIPTION_HEADINGS.productName, values: named('extension', listingId) },
    { heading: SUBSCRIPTION_HEADINGS.userName, values: text === '' ? [] : [text] },
  ]
}

function subscriptionColumns(context: QueryContext, language: Language): TableColumn<Subscription>[] {
  const headings = SUBSCRIPTION_HEADINGS
  return [
    { header: headings.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    { header: headings.id, kind: 'text', width: 30, value: ({ id }) => id },
    { header: headings.userId, kind: 'text', width: 20, value: ({ userId }) => userId },
    { header: headings.userName, kind: 'text', width: 32, value: ({ userName }) => userName },
    {
      header: headings.status,
      kind: 'text',
      width: 12,
      value: ({ status }) => SUBSCRIPTION_STATUS_WORDS[status][language],
    },
    { header: headings.plan, kind: 'text', width: 14, value: ({ plan }) => plan },
    { header: headings.months, kind: 'text', width: 14, value: ({ months }) => months?.toString() ?? null },
    { header: headings.paid, kind: 'money', total: true, value: ({ paid }) => paid },
    { header: headings.subscribedAt, kind: 'moment', value: ({ subscribedAt }) => subscribedAt },
    { header: headings.expiresAt, kind: 'moment', value: ({ expiresAt }) => expiresAt },
    { header: headings.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    {
      header: headings.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: headings.listingId, kind: 'text', width: 30, value: ({ listingId }) => listingId },
  ]
}

function clusterColumns(context: QueryContext, language: Language): TableColumn<Cluster>[] {
  const headings = CLUSTER_HEADINGS
  return [
    { header: headings.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    { header: headings.id, kind: 'text', width: 30, value: ({ id }) => id },
    { header: headings.userId, kind: 'text', width: 20, value: ({ userId }) => userId },
    { header: headings.userName, kind: 'text', width: 32, value: ({ userName }) => userName },
    { header: headings.clusterId, kind: 'text', width: 24, value: ({ clusterId }) => clusterId },
    { header: headings.clusterName, kind: 'text', width: 20, value: ({ clusterName }) => clusterName },
    {
      header: headings.status,
      kind: 'text',
      width: 12,
      value: ({ status }) => CLUSTER_STATUS_WORDS[status][language],
    },
    {
      header: headings.packageVersion,
      kind: 'text',
      width: 12,
      value: ({ packageVersion }) => packageVersion,
    },
    { header: headings.installedAt, kind: 'moment', value: ({ installedAt }) => installedAt },
    { header: headings.updatedAt, kind: 'moment', value: ({ updatedAt }) => updatedAt },
    { header: headings.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    {
      header: headings.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: headings.listingId, kind: 'text', width: 30, value: ({ listingId }) => listingId },
  ]
}
