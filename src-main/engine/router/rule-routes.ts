import { readControlCase, readControls } from '../queries/rules/controls.ts'
import type { DeskProcedures } from './procedures.ts'

/** 规则与内控: what two people put into force. */
export function ruleRoutes({ rules: { controls } }: DeskProcedures) {
  return {
    controls: {
      list: controls.list.handler(({ context }) => readControls(context)),
      get: controls.get.handler(({ context, input }) => readControlCase(context, input.id)),
    },
  }
}
