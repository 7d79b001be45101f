import { hashesIn } from '../records/attachment.ts'
import {
  completingSince,
  type Supervision,
  supervisionSchema,
  supervisionState,
} from '../records/supervision.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text } = kindOf<Supervision>()

/** Begins the names of what is completed by the clock: they come after all others, in the order of their instants. */
export const COMPLETING = 'completing '

export const supervisionKind = defineKind({
  since: 4,
  schema: supervisionSchema,
  table: 'supervision',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    number: text(({ number }) => number),
    productName: text(({ productName }) => productName),
    status: text(supervisionState),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (record) => {
    const { marketplace, providerId, id } = record
    const since = completingSince(record)
    const name = since === null ? id : `${COMPLETING}${since} ${id}`
    return { marketplace, providerId, name, fileHashes: hashesIn(record.steps) }
  },
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: null,
  title: ({ number }) => number,
  state: supervisionState,
  decided: true,
  // Its order is found.
  foundBy: [],
  before: {},
})
