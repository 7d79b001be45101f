import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AUDIT_PAGE, type AuditRow } from '#shared/contracts/console-engine/audit.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { shortId } from '../../format/short-id.ts'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import classes from './audit.module.css'
import { EntryButton, MoreEntries } from './entry-parts.tsx'
import { LogFilters } from './log-filters.tsx'

/** The log, newest first, page by page as the platform has it. */
export function AuditLogPanel() {
  const texts = useTexts().audit.log
  const { actor, kind, record, from, to } = useSearch({ from: '/audit' })
  const filter = {
    ...{ actor: actor ?? null, kind: kind ?? null, recordId: record ?? null },
    ...{ from: from ?? null, to: to ?? null },
  }
  const pages = useInfiniteQuery(
    engine.audit.list.infiniteOptions({
      input: (below: number | null) => ({ filter, below }),
      initialPageParam: null,
      getNextPageParam: ({ rows }) => (rows.length < AUDIT_PAGE ? null : (rows.at(-1)?.sequence ?? null)),
      placeholderData: keepPreviousData,
    }),
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pages.data?.pages[0]?.total
  return (
    <Panel title={texts.title} aside={total === undefined ? null : texts.total(grouped(total))}>
      <LogFilters />
      {pages.isError ? (
        <Failed error={pages.error} reset={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <LateLoader />
      ) : rows.length === 0 ? (
        <PanelNote>{texts.empty}</PanelNote>
      ) : (
        <>
          <LogTable rows={rows} />
          <MoreEntries pages={pages} />
        </>
      )}
    </Panel>
  )
}

function LogTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  const { columns } = useTexts().audit.log
  const say = useBilingual()
  const { entry } = useSearch({ from: '/audit' })
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {columns.sequence}
            </th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.action}</th>
            <th scope="col">{columns.record}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sequence, at, byName, action, record }) => (
            <tr key={sequence} aria-current={sequence === entry}>
              <td className={classes.number}>
                <EntryButton sequence={sequence} isWholeRow />
              </td>
              <td>
                <Moment at={at} />
              </td>
              <td className={classes.cut} title={byName}>
                {byName}
              </td>
              <td>{say(action)}</td>
              <td className={classes.cut} title={record?.title ?? record?.id}>
                {record === null ? null : (
                  <>
                    <span className={classes.quiet}>{say(RECORD_KIND_WORDS[record.kind])}</span>{' '}
                    {record.title ?? shortId(record.id)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
