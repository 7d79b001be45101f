import { type Subscription, subscriptionSchema } from '../records/subscription.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<Subscription>()

export const subscriptionKind = defineKind({
  since: 4,
  schema: subscriptionSchema,
  table: 'subscription',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    listingId: text(({ listingId }) => listingId),
    productName: text(({ productName }) => productName),
    userId: text(({ userId }) => userId),
    userName: text(({ userName }) => userName),
    /** Personal data. */
    phone: textOrNull(({ phone }) => phone),
    /** Personal data. */
    email: textOrNull(({ email }) => email),
    plan: text(({ plan }) => plan),
    status: text(({ status }) => status),
    paid: integer(({ paid }) => paid),
    orderId: textOrNull(({ orderId }) => orderId),
    subscribedAt: text(({ subscribedAt }) => subscribedAt),
    expiresAt: textOrNull(({ expiresAt }) => expiresAt),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId }) => ({ marketplace, providerId, name: null, fileHashes: [] }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor', 'admin'],
  withoutPersonalData: (subscription) => ({ ...subscription, phone: null, email: null }),
  title: ({ productName, userName }) => `${productName} ${userName}`,
  state: ({ status }) => status,
  decided: false,
  foundBy: ['userName'],
  before: {},
})
