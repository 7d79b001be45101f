import { type Cluster, clusterSchema } from '../records/cluster.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text } = kindOf<Cluster>()

export const clusterKind = defineKind({
  since: 4,
  schema: clusterSchema,
  table: 'cluster',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    listingId: text(({ listingId }) => listingId),
    productName: text(({ productName }) => productName),
    packageVersion: text(({ packageVersion }) => packageVersion),
    userId: text(({ userId }) => userId),
    userName: text(({ userName }) => userName),
    clusterId: text(({ clusterId }) => clusterId),
    clusterName: text(({ clusterName }) => clusterName),
    status: text(({ status }) => status),
    installedAt: text(({ installedAt }) => installedAt),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId }) => ({ marketplace, providerId, name: null, fileHashes: [] }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor', 'admin'],
  withoutPersonalData: null,
  title: ({ clusterName, productName }) => `${clusterName} ${productName}`,
  state: ({ status }) => status,
  decided: false,
  foundBy: ['clusterName', 'userName'],
  before: {},
})
