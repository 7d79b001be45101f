import { type Operator, operatorSchema } from '../records/operator.ts'
import { ROLES } from '../roles.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<Operator>()

export const operatorKind = defineKind({
  since: 1,
  schema: operatorSchema,
  table: 'operator',
  columns: {
    name: text(({ name }) => name),
    active: integer(({ active }): 0 | 1 => (active ? 1 : 0)),
  },
  key: () => ({ marketplace: '', providerId: '', name: null, fileHashes: [] }),
  seenBy: ROLES,
  withoutPersonalData: null,
  title: ({ name }) => name,
  state: ({ active }) => (active ? 'active' : 'inactive'),
  decided: true,
  foundBy: ['name'],
  before: { 4: ({ grants: _g, ...operator }) => operator },
})
