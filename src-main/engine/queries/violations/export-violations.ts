import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { violationExportInput } from '#shared/contracts/console-engine/violations.ts'
import { type Violation, violationStatus } from '#shared/contracts/console-platform/records/violation.ts'
import { VIOLATION_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { wholeViolations } from './list-violations.ts'
import { ruleNameOf } from './violation-rows.ts'

const TITLE = RECORD_KIND_WORDS.violation

/** The filtered violations as a file. */
export function exportViolations(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof violationExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text } = filter
  return exportQueue(context, asked, {
    name: 'violations',
    title: TITLE,
    read: (question) => wholeViolations(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.violation[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<Violation>[] {
  return [
    { header: HEADINGS.occurredOn, kind: 'date', value: ({ occurredOn }) => occurredOn },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    {
      header: HEADINGS.rule,
      kind: 'text',
      width: 28,
      value: (violation) => ruleNameOf(context, violation)[language],
    },
    { header: HEADINGS.quote, kind: 'text', width: 48, value: ({ rule }) => rule.quote },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: (violation) => STATUS_WORDS.violation[violationStatus(violation)][language],
    },
    {
      header: HEADINGS.deduction,
      kind: 'money',
      total: true,
      value: ({ ruling }) => ruling?.deduction ?? 0,
    },
    { header: HEADINGS.topUpBy, kind: 'date', value: ({ ruling }) => ruling?.topUpBy ?? null },
    { header: HEADINGS.facts, kind: 'text', width: 48, value: ({ facts }) => facts },
    { header: HEADINGS.evidence, kind: 'text', width: 36, value: ({ evidence }) => evidence },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
