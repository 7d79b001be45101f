import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AUDIT_PAGE, type RevealRow } from '#shared/contracts/console-engine/audit.ts'
import { REVEAL_HEADINGS } from '#shared/words/audit-headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { shortId } from '../../format/short-id.ts'
import { useBilingual, useLanguage, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { ExportMenu } from '../../table/export-menu.tsx'
import classes from './audit.module.css'
import { EntryButton, MoreEntries } from './entry-parts.tsx'
import { DayFilters, PersonFilter } from './log-filters.tsx'
import { useReportExport } from './use-report-export.ts'

/** Who was shown personal data, newest first. */
export function RevealsPanel() {
  const texts = useTexts()
  const say = useBilingual()
  const { language } = useLanguage()
  const { actor, from, to } = useSearch({ from: '/audit' })
  const filter = { actor: actor ?? null, from: from ?? null, to: to ?? null }
  const pages = useInfiniteQuery(
    engine.audit.reveals.list.infiniteOptions({
      input: (below: number | null) => ({ filter, below }),
      initialPageParam: null,
      getNextPageParam: ({ rows }) => (rows.length < AUDIT_PAGE ? null : (rows.at(-1)?.sequence ?? null)),
      placeholderData: keepPreviousData,
    }),
  )
  const exporting = useReportExport((format) =>
    engine.audit.reveals.export.call({ filter, language, format }),
  )
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = pages.data?.pages[0]?.total
  return (
    <Panel
      title={say(REVEAL_HEADINGS.title)}
      lead={texts.audit.reveals.lead}
      aside={total === undefined ? null : texts.audit.log.total(grouped(total))}
    >
      <div className={classes.filters}>
        <PersonFilter />
        <DayFilters />
        <ExportMenu
          label={texts.table.export}
          formats={texts.table.formats}
          exporting={exporting.isPending}
          onExport={exporting.mutate}
        />
      </div>
      {pages.isError ? (
        <Failed error={pages.error} reset={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <LateLoader />
      ) : rows.length === 0 ? (
        <PanelNote>{texts.audit.reveals.empty}</PanelNote>
      ) : (
        <RevealTable rows={rows} />
      )}
      <MoreEntries pages={pages} />
    </Panel>
  )
}

function RevealTable({ rows }: { readonly rows: readonly RevealRow[] }) {
  const say = useBilingual()
  const { entry } = useSearch({ from: '/audit' })
  const headings = REVEAL_HEADINGS
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {say(headings.sequence)}
            </th>
            <th scope="col">{say(headings.at)}</th>
            <th scope="col">{say(headings.who)}</th>
            <th scope="col">{say(headings.record)}</th>
            <th scope="col">{say(headings.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sequence, at, byName, record, reason }) => (
            <tr key={sequence} aria-current={sequence === entry}>
              <td className={classes.number}>
                <EntryButton sequence={sequence} />
              </td>
              <td>
                <Moment at={at} />
              </td>
              <td className={classes.cut} title={byName}>
                {byName}
              </td>
              <td className={classes.cut}>
                {record === null ? null : (
                  <>
                    <span className={classes.quiet}>{say(RECORD_KIND_WORDS[record.kind])}</span>{' '}
                    <RecordLink kind={record.kind} id={record.id}>
                      {record.title ?? shortId(record.id)}
                    </RecordLink>
                  </>
                )}
              </td>
              <td className={classes.text}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
