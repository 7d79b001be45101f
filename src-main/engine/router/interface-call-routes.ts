import { callBoard, countCalls } from '../queries/interface-calls/call-board.ts'
import { readCallCase } from '../queries/interface-calls/call-case.ts'
import { exportCalls } from '../queries/interface-calls/export-calls.ts'
import { listCalls } from '../queries/interface-calls/list-calls.ts'
import type { DeskProcedures } from './procedures.ts'

/** Calls of production interfaces. */
export function interfaceCallRoutes({ interfaceCalls }: DeskProcedures) {
  return {
    list: interfaceCalls.list.handler(({ context, input }) => listCalls(context, input)),
    export: interfaceCalls.export.handler(({ context, input }) => exportCalls(context, input)),
    get: interfaceCalls.get.handler(({ context, input }) => readCallCase(context, input.id)),
    board: interfaceCalls.board.handler(({ context, input }) => callBoard(context, input)),
    counts: interfaceCalls.counts.handler(({ context }) => countCalls(context)),
  }
}
