import { type ListingVersion, listingVersionSchema, openMustFindings } from '../records/listing.ts'
import { whileOnClock } from '../records/on-clock.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<ListingVersion>()

export const listingVersionKind = defineKind({
  since: 1,
  schema: listingVersionSchema,
  table: 'listing_version',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    listingId: text(({ listingId }) => listingId),
    listingName: text(({ listingName }) => listingName),
    titleZh: text(({ title }) => title.zh),
    titleEn: text(({ title }) => title.en),
    category: text(({ category }) => category),
    packageVersion: text(({ packageVersion }) => packageVersion),
    delivery: text(({ offer }) => offer.delivery),
    status: text(({ status }) => status),
    assignee: textOrNull(({ assignee }) => assignee),
    mustFindings: integer(openMustFindings),
    submittedAt: textOrNull(({ submittedAt }) => submittedAt),
    dueOn: textOrNull(whileOnClock),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, packageHash, livePackageHash, uploads }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: [
      packageHash,
      ...(livePackageHash === null ? [] : [livePackageHash]),
      ...uploads.map(({ fileHash }) => fileHash),
    ],
  }),
  seenBy: ['ops', 'ops-manager', 'support', 'auditor'],
  withoutPersonalData: null,
  title: ({ title, packageVersion }) => `${title.zh} ${packageVersion}`,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['listingName', 'titleZh', 'titleEn'],
  before: {},
})
