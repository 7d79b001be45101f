import { readControlCase, readControls } from '../queries/rules/controls.ts'
import { checkTable, readHolidayCase, readHolidays } from '../queries/rules/holidays.ts'
import { checkPack, readPackCase, readPacks } from '../queries/rules/packs.ts'
import type { DeskProcedures } from './procedures.ts'

/** 规则与内控: what two people put into force. */
export function ruleRoutes({ rules: { controls, packs, holidays } }: DeskProcedures) {
  return {
    controls: {
      list: controls.list.handler(({ context }) => readControls(context)),
      get: controls.get.handler(({ context, input }) => readControlCase(context, input.id)),
    },
    packs: {
      list: packs.list.handler(({ context }) => readPacks(context)),
      get: packs.get.handler(({ context, input }) => readPackCase(context, input.id)),
      check: packs.check.handler(({ context, input }) => checkPack(context, input.text)),
    },
    holidays: {
      list: holidays.list.handler(({ context }) => readHolidays(context)),
      get: holidays.get.handler(({ context, input }) => readHolidayCase(context, input.id)),
      check: holidays.check.handler(({ context, input }) => checkTable(context, input.text)),
    },
  }
}
