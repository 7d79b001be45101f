import { hashesIn } from '../records/attachment.ts'
import { type Violation, violationSchema, violationStatus } from '../records/violation.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<Violation>()

export const violationKind = defineKind({
  since: 4,
  schema: violationSchema,
  table: 'violation',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    ruleId: text(({ rule }) => rule.ruleId),
    occurredOn: text(({ occurredOn }) => occurredOn),
    status: text(violationStatus),
    /** Fen. */
    deduction: integer(({ ruling }) => ruling?.deduction ?? 0),
    topUpBy: textOrNull(({ ruling }) => ruling?.topUpBy ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, attachments, appeal }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: hashesIn([attachments, appeal?.attachments]),
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ providerName, occurredOn }) => `${providerName} ${occurredOn}`,
  state: violationStatus,
  decided: true,
  foundBy: ['name'],
  before: {},
})
