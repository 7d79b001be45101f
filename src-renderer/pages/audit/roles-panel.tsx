import { Checkbox, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import type { RolesRow } from '#shared/contracts/console-engine/audit.ts'
import { ROLES_HEADINGS } from '#shared/words/audit-headings.ts'
import { useToday } from '../../boards/period-choice.tsx'
import { engine } from '../../engine-client/engine.ts'
import { grouped } from '../../format/quantity.ts'
import { useBilingual, useLanguage, useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { ExportMenu } from '../../table/export-menu.tsx'
import classes from './audit.module.css'
import { EntryButton } from './entry-parts.tsx'
import { useReportExport } from './use-report-export.ts'

/** Who held which roles on a day, with those that check each other. */
export function RolesPanel() {
  const texts = useTexts()
  const say = useBilingual()
  const { language } = useLanguage()
  const today = useToday()
  const search = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const day = search.day ?? today
  // Nothing of the day before is kept while another is fetched: these rows do not say of which day they are.
  const people = useQuery(engine.audit.roles.list.queryOptions({ input: { day } }))
  const exporting = useReportExport((format) => engine.audit.roles.export.call({ day, language, format }))
  const all = people.data?.rows ?? []
  const rows = search.conflicts === true ? all.filter(({ conflicts }) => conflicts.length > 0) : all
  return (
    <Panel
      title={say(ROLES_HEADINGS.title)}
      lead={texts.audit.roles.lead}
      aside={people.data === undefined ? null : texts.audit.roles.people(grouped(rows.length))}
    >
      <div className={classes.filters}>
        <TextInput
          type="date"
          w={136}
          aria-label={texts.audit.roles.day}
          title={texts.audit.roles.day}
          max={today}
          value={day}
          onChange={({ currentTarget }) => {
            const chosen = plainDateSchema.safeParse(currentTarget.value)
            if (!chosen.success) return
            void navigate({ search: ({ entry: _, ...old }) => ({ ...old, day: chosen.data }), replace: true })
          }}
        />
        <Checkbox
          label={texts.audit.roles.onlyConflicts}
          checked={search.conflicts === true}
          onChange={({ currentTarget }) => {
            const conflicts = currentTarget.checked ? true : undefined
            void navigate({ search: (old) => ({ ...old, conflicts }), replace: true })
          }}
        />
        <ExportMenu
          label={texts.table.export}
          formats={texts.table.formats}
          exporting={exporting.isPending}
          onExport={exporting.mutate}
        />
      </div>
      {people.isError ? (
        <Failed error={people.error} reset={() => void people.refetch()} />
      ) : people.data === undefined ? (
        <LateLoader />
      ) : rows.length === 0 ? (
        <PanelNote>{all.length === 0 ? texts.audit.roles.empty : texts.audit.roles.noConflicts}</PanelNote>
      ) : (
        <RolesTable rows={rows} />
      )}
    </Panel>
  )
}

function RolesTable({ rows }: { readonly rows: readonly RolesRow[] }) {
  const texts = useTexts()
  const say = useBilingual()
  const headings = ROLES_HEADINGS
  const words = texts.audit.roles
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say(headings.name)}</th>
            <th scope="col">{say(headings.roles)}</th>
            <th scope="col">{say(headings.conflicts)}</th>
            <th scope="col">{say(headings.sequence)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, roles, conflicts, changed, sequence }) => (
            <tr key={id}>
              <td className={classes.cut} title={name}>
                {name}
              </td>
              <td className={classes.text}>
                {roles.length === 0 ? (
                  <span className={classes.quiet}>{words.none}</span>
                ) : (
                  roles.map((role) => texts.roles.role[role]).join(' · ')
                )}
                {changed ? <span className={classes.quiet}> （{words.changed}）</span> : null}
              </td>
              <td className={classes.text}>
                {conflicts.map(([one, other]) => (
                  <div key={`${one} ${other}`} className={classes.conflict}>
                    <IconAlertTriangle size={14} aria-hidden />
                    {words.pair(texts.roles.role[one], texts.roles.role[other])}
                  </div>
                ))}
              </td>
              <td>
                {sequence === null ? (
                  <span className={classes.quiet}>{words.notKept}</span>
                ) : (
                  <EntryButton sequence={sequence} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
