import { type HolidayTableRecord, holidayTableRecordSchema } from '../records/holiday-table.ts'
import { ROLES } from '../roles.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<HolidayTableRecord>()

function titleOf({ year, fileName }: Pick<HolidayTableRecord, 'year' | 'fileName'>): string {
  return `${year} 放假安排 ${fileName}`
}

export const holidayTableKind = defineKind({
  since: 4,
  schema: holidayTableRecordSchema,
  table: 'holiday_table',
  columns: {
    year: integer(({ year }) => year),
    title: text(titleOf),
    status: text(({ status }) => status),
    fromOn: text(({ from }) => from),
    proposedAt: text(({ proposed }) => proposed.at),
    decidedAt: textOrNull(({ decided }) => decided?.at ?? null),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ year, id }) => ({ marketplace: '', providerId: '', name: `${year} ${id}`, fileHashes: [] }),
  seenBy: ROLES,
  withoutPersonalData: null,
  title: titleOf,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['title'],
  before: {},
})
