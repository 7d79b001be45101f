import { type NoticeTemplate, noticeTemplateName, noticeTemplateSchema } from '../records/notice-template.ts'
import { ROLES } from '../roles.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<NoticeTemplate>()

export const noticeTemplateKind = defineKind({
  since: 4,
  schema: noticeTemplateSchema,
  table: 'notice_template',
  columns: {
    occasion: text(({ occasion }) => occasion),
    marketplace: text(({ marketplace }) => marketplace),
    number: integer(({ number }) => number),
    subject: text(({ texts }) => texts.zh.subject),
    setAt: text(({ set }) => set.at),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ occasion, marketplace, number }) => ({
    ...{ marketplace: '', providerId: '', fileHashes: [] },
    name: noticeTemplateName(occasion, marketplace, number),
  }),
  seenBy: ROLES,
  withoutPersonalData: null,
  title: ({ texts, number }) => `${texts.zh.subject} ${number}`,
  state: () => null,
  decided: true,
  foundBy: ['subject'],
  before: {},
})
