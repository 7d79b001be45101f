import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import {
  AUDIT_PAGE,
  type RevealFilter,
  type RevealRow,
  type RolesRow,
  type revealExportInput,
  type rolesExportInput,
} from '#shared/contracts/console-engine/audit.ts'
import { EXPORT_LIMIT, type ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { AuditEntry } from '#shared/contracts/console-platform/contract.ts'
import { conflictsIn } from '#shared/contracts/console-platform/role-grants.ts'
import { REVEAL_HEADINGS, ROLES_HEADINGS } from '#shared/words/audit-headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { ROLE_WORDS } from '#shared/words/roles.ts'
import { type Cell, type TableColumn, tableOf, textCell } from '../exports/table-document.ts'
import { writeTable } from '../exports/write-table.ts'
import { platformFilter, rowOf } from './audit.ts'
import { exportOrigin } from './export-origin.ts'
import { CONTROL_WORDS } from './export-queue.ts'
import { namesHere } from './names-here.ts'
import type { QueryContext } from './query-context.ts'

/** What the acts begin with by which personal data is shown; why stands behind it. */
const SHOWN = 'personal-data.reveal: '
const WORDS = { ...CONTROL_WORDS, day: { zh: '日期', en: 'Day' } } as const

interface AskedReveals {
  readonly filter: RevealFilter
  /** The last entry of the page before. */
  readonly below: number | null
}

/** Who was shown personal data, newest first, as the platform's log has it. @throws PlatformFailure */
export async function listReveals(
  context: QueryContext,
  { filter, below }: AskedReveals,
): Promise<{ rows: RevealRow[]; total: number }> {
  const asked = { ...platformFilter({ ...filter, kind: null, recordId: null }), action: SHOWN }
  const { entries, total } = await context.workspace.auditLog.auditEntries(asked, below, AUDIT_PAGE)
  return { rows: entries.map((entry) => revealOf(context, entry)), total }
}

function revealOf(context: QueryContext, entry: AuditEntry): RevealRow {
  const { sequence, at, byName, record } = rowOf(entry, namesHere(context, null))
  return { sequence, at, byName, record, reason: entry.action.slice(SHOWN.length) }
}

/** The same as a file, up to EXPORT_LIMIT. @throws PlatformFailure */
export async function exportReveals(
  context: QueryContext,
  { filter, language, format }: z.infer<typeof revealExportInput>,
): Promise<ExportedRows> {
  const rows: RevealRow[] = []
  let total = 0
  while (rows.length < EXPORT_LIMIT) {
    const page = await listReveals(context, { filter, below: rows.at(-1)?.sequence ?? null })
    total = page.total
    rows.push(...page.rows)
    if (page.rows.length < AUDIT_PAGE) break
  }
  const complete = rows.length >= total
  const table = tableOf(REVEAL_HEADINGS.title, revealColumns(language), rows)
  const who = filter.actor === null ? '' : (namesHere(context, null).person(filter.actor) ?? filter.actor)
  const control = controlOf(context, language, REVEAL_HEADINGS.title, [
    [textCell(REVEAL_HEADINGS.who[language]), textCell(who)],
    [textCell(REVEAL_HEADINGS.at[language]), textCell(`${filter.from ?? ''} – ${filter.to ?? ''}`)],
    [textCell(WORDS.rows[language]), { kind: 'count', value: rows.length }],
    [textCell(WORDS.complete[language]), textCell(WORDS[complete ? 'yes' : 'cut'][language])],
  ])
  const document = { fileStem: `personal-data-${context.today}`, tables: [table] as const, control }
  return { ...(await writeTable(format, document, language)), rows: rows.length, complete }
}

function revealColumns(language: keyof Bilingual): TableColumn<RevealRow>[] {
  const headings = REVEAL_HEADINGS
  return [
    { header: headings.sequence, kind: 'count', total: false, value: ({ sequence }) => sequence },
    { header: headings.at, kind: 'moment', value: ({ at }) => at },
    { header: headings.who, kind: 'text', width: 20, value: ({ byName }) => byName },
    {
      header: headings.kind,
      kind: 'text',
      width: 14,
      value: ({ record }) => (record === null ? null : RECORD_KIND_WORDS[record.kind][language]),
    },
    { header: headings.record, kind: 'text', width: 36, value: ({ record }) => record?.title ?? null },
    { header: headings.id, kind: 'text', width: 30, value: ({ record }) => record?.id ?? null },
    { header: headings.reason, kind: 'text', width: 48, value: ({ reason }) => reason },
  ]
}

/** Who held which roles on a day, by name; the record of a colleague as the log kept it then. @throws PlatformFailure */
export async function listRoles(context: QueryContext, day: string): Promise<RolesRow[]> {
  const people = await context.workspace.auditLog.auditRoles(day)
  const rows = people.map((held) => ({
    ...held,
    conflicts: conflictsIn(held.roles.map((role) => ({ role, from: day, until: day }))).map(
      ([one, other]): [typeof one, typeof other] => [one, other],
    ),
  }))
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'zh') || (one.id < other.id ? -1 : 1))
}

/** The same as a file. @throws PlatformFailure */
export async function exportRoles(
  context: QueryContext,
  { day, language, format }: z.infer<typeof rolesExportInput>,
): Promise<ExportedRows> {
  const rows = await listRoles(context, day)
  const table = tableOf(ROLES_HEADINGS.title, rolesColumns(language), rows)
  const control = controlOf(context, language, ROLES_HEADINGS.title, [
    [textCell(WORDS.day[language]), { kind: 'date', value: day }],
    [textCell(WORDS.rows[language]), { kind: 'count', value: rows.length }],
  ])
  const document = { fileStem: `roles-${day}`, tables: [table] as const, control }
  return { ...(await writeTable(format, document, language)), rows: rows.length, complete: true }
}

function rolesColumns(language: keyof Bilingual): TableColumn<RolesRow>[] {
  const headings = ROLES_HEADINGS
  const say = (role: RolesRow['roles'][number]) => ROLE_WORDS[role][language]
  return [
    { header: headings.name, kind: 'text', width: 20, value: ({ name }) => name },
    { header: headings.id, kind: 'text', width: 30, value: ({ id }) => id },
    { header: headings.roles, kind: 'text', width: 40, value: ({ roles }) => roles.map(say).join('、') },
    {
      header: headings.conflicts,
      kind: 'text',
      width: 40,
      value: ({ conflicts }) => conflicts.map((pair) => pair.map(say).join(' + ')).join('、'),
    },
    {
      header: headings.changed,
      kind: 'text',
      value: ({ changed }) => headings[changed ? 'yes' : 'no'][language],
    },
    { header: headings.sequence, kind: 'count', total: false, value: ({ sequence }) => sequence },
  ]
}

function controlOf(
  context: QueryContext,
  language: keyof Bilingual,
  title: Bilingual,
  further: readonly (readonly Cell[])[],
): (readonly Cell[])[] {
  return [[textCell(title[language])], ...exportOrigin(context, language), ...further]
}
