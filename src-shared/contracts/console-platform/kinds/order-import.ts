import { type OrderImport, orderImportSchema } from '../records/order-import.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<OrderImport>()

export const orderImportKind = defineKind({
  since: 4,
  schema: orderImportSchema,
  table: 'order_import',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    fileName: text(({ fileName }) => fileName),
    fileHash: text(({ fileHash }) => fileHash),
    added: integer(({ added }) => added),
    changed: integer(({ changed }) => changed),
    fromOn: textOrNull(({ period }) => period?.from ?? null),
    toOn: textOrNull(({ period }) => period?.to ?? null),
    importedAt: text(({ importedAt }) => importedAt),
  },
  // Its file stays with who imported it.
  key: ({ marketplace }) => ({ marketplace, providerId: '', name: null, fileHashes: [] }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ fileName }) => fileName,
  state: () => null,
  decided: true,
  foundBy: ['fileName'],
  before: {},
})
