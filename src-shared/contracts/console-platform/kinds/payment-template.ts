import {
  type PaymentTemplateRecord,
  paymentTemplateRecordSchema,
  templateName,
} from '../records/payment-template.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<PaymentTemplateRecord>()

export const paymentTemplateKind = defineKind({
  since: 4,
  schema: paymentTemplateRecordSchema,
  table: 'payment_template',
  columns: {
    bank: text(({ template }) => template.id),
    name: text(({ template }) => template.name),
    number: integer(({ number }) => number),
    setAt: text(({ set }) => set.at),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ template, number }) => ({
    ...{ marketplace: '', providerId: '', fileHashes: [] },
    name: templateName(template.id, number),
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ template, number }) => `${template.name} ${number}`,
  state: () => null,
  decided: true,
  foundBy: ['name'],
  before: {},
})
