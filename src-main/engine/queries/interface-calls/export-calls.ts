import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { CallRow, callExportInput } from '#shared/contracts/console-engine/interface-calls.ts'
import { CALL_OUTCOME_WORDS, CALL_HEADINGS as HEADINGS } from '#shared/words/interface-calls.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { listCalls } from './list-calls.ts'

const TITLE = RECORD_KIND_WORDS.interfaceCall

/** The filtered calls as a file: no personal data. */
export function exportCalls(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof callExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { marketplaces, outcomes, providerId, scene, productName, orderId, instanceId, from, to } = filter
  const said = (value: string | null) => (value === null ? [] : [value])
  return exportQueue(context, asked, {
    name: 'interface-calls',
    title: TITLE,
    read: (question) => listCalls(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      { heading: HEADINGS.status, values: outcomes.map((outcome) => CALL_OUTCOME_WORDS[outcome][language]) },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.scene, values: said(scene) },
      {
        heading: HEADINGS.name,
        values: said(providerId).map((id) => readPresent(context, 'provider', id)?.name ?? id),
      },
      { heading: HEADINGS.productName, values: said(productName) },
      { heading: HEADINGS.orderId, values: said(orderId) },
      { heading: HEADINGS.instanceId, values: said(instanceId) },
      { heading: HEADINGS.at, values: from === null && to === null ? [] : [`${from ?? ''} – ${to ?? ''}`] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<CallRow>[] {
  return [
    { header: HEADINGS.at, kind: 'moment', value: ({ at }) => at },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    { header: HEADINGS.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    { header: HEADINGS.scene, kind: 'text', width: 16, value: ({ sceneName }) => sceneName[language] },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 10,
      value: ({ outcome }) => CALL_OUTCOME_WORDS[outcome][language],
    },
    { header: HEADINGS.resultCode, kind: 'text', width: 10, value: ({ resultCode }) => resultCode },
    { header: HEADINGS.resultMessage, kind: 'text', width: 36, value: ({ resultMessage }) => resultMessage },
    { header: HEADINGS.orderId, kind: 'text', width: 24, value: ({ orderId }) => orderId },
    { header: HEADINGS.orderLineId, kind: 'text', width: 24, value: ({ orderLineId }) => orderLineId },
    { header: HEADINGS.productId, kind: 'text', width: 24, value: ({ productId }) => productId },
    { header: HEADINGS.instanceId, kind: 'text', width: 28, value: ({ instanceId }) => instanceId },
    { header: HEADINGS.licence, kind: 'text', width: 28, value: ({ licence }) => licence },
    { header: HEADINGS.userId, kind: 'text', width: 20, value: ({ userId }) => userId },
    { header: HEADINGS.expiresAt, kind: 'moment', value: ({ expiresAt }) => expiresAt },
    { header: HEADINGS.callId, kind: 'text', width: 28, value: ({ callId }) => callId },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
