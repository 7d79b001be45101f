import { type Application, applicationSchema } from '../records/application.ts'
import { whileOnClock } from '../records/on-clock.ts'
import { kindOf, without } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<Application>()

export const applicationKind = defineKind({
  since: 1,
  schema: applicationSchema,
  table: 'application',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ applicant }) => applicant.name),
    kind: text(({ applicant }) => applicant.kind),
    /** Ids of the pack's categories, joined by blanks. */
    category: text(({ applicant }) => applicant.categories.join(' ')),
    purpose: text(({ purpose }) => purpose),
    status: text(({ status }) => status),
    assignee: textOrNull(({ assignee }) => assignee),
    submittedAt: text(({ submittedAt }) => submittedAt),
    dueOn: textOrNull(whileOnClock),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, applicant }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: applicant.documents.map(({ fileHash }) => fileHash),
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ applicant }) => applicant.name,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['name'],
  before: {
    4: ({ applicant, ...application }) => ({
      ...application,
      applicant: without(applicant, 'openSourceOnly'),
    }),
  },
})
