import { NOTICE_SUBJECTS, type Notice, noticeDueAt, noticeSchema, noticeStatus } from '../records/notice.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull } = kindOf<Notice>()

/** What notices on their way sort by on the platform: those to be sent by when, those that a sender has by this alone. */
export const NOTICES_DUE = 'due '
export const NOTICES_HANDED = 'handed'

function sortOf(notice: Pick<Notice, 'steps' | 'channel' | 'madeAt'>): { readonly sort?: string } {
  const dueAt = noticeDueAt(notice)
  if (dueAt !== null) return { sort: NOTICES_DUE + dueAt }
  return noticeStatus(notice) === 'sending' ? { sort: NOTICES_HANDED } : {}
}

export const noticeKind = defineKind({
  since: 4,
  schema: noticeSchema,
  table: 'notice',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    occasion: text(({ occasion }) => occasion),
    aboutKind: text(({ about }) => about.kind),
    aboutId: text(({ about }) => about.id),
    subject: textOrNull(({ said, language }) => said?.texts[language].subject ?? null),
    status: text(noticeStatus),
    dueAt: textOrNull(noticeDueAt),
    madeAt: text(({ madeAt }) => madeAt),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId, cause, ...notice }) => ({
    ...{ marketplace, providerId, name: cause, fileHashes: [] },
    ...sortOf(notice),
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: (notice) => ({ ...notice, recipient: null }),
  tellsOf: {
    kinds: NOTICE_SUBJECTS,
    kind: ({ about }) => about.kind,
    withoutIt: (notice) => ({ ...notice, said: null }),
  },
  title: ({ said, language, providerName }) => said?.texts[language].subject ?? providerName,
  state: noticeStatus,
  decided: true,
  foundBy: ['subject'],
  before: {},
})
