import { type Listing, listingSchema } from '../records/listing.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text } = kindOf<Listing>()

export const listingKind = defineKind({
  since: 1,
  schema: listingSchema,
  table: 'listing',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ name }) => name),
    titleZh: text(({ title }) => title.zh),
    titleEn: text(({ title }) => title.en),
    category: text(({ category }) => category),
    status: text(({ status }) => status),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, name }) => ({ marketplace, providerId, name, fileHashes: [] }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: null,
  title: ({ title }) => title.zh,
  state: ({ status }) => status,
  decided: false,
  foundBy: ['name', 'titleZh', 'titleEn'],
  before: {},
})
