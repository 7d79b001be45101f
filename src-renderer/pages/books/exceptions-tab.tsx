import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { ExportMenu } from '#renderer/table/export-menu.tsx'
import type { BookMonth } from '#shared/contracts/console-engine/books.ts'
import classes from './books.module.css'
import { useSaving } from './use-saving.ts'

/** What of the month was let be, on one list; each leads to where it was decided. */
export function ExceptionsTab({ of }: { readonly of: BookMonth }) {
  const texts = useTexts()
  const words = texts.books
  const { language } = useLanguage()
  const hidesOverrides = useUnseen()('listingVersion') !== null
  const saving = useSaving(engine.books.exceptionFile.call)
  const query = useQuery(engine.books.exceptions.queryOptions({ input: of }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const { exceptions, counts } = query.data
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <div className={classes.bar}>
        <ExportMenu
          label={texts.table.export}
          formats={texts.table.formats}
          exporting={saving.isPending}
          onExport={(format) => saving.mutate({ ...of, language, format })}
        />
      </div>
      <p className={classes.lead}>
        {counts.map(({ kind, count }) => `${words.exceptions[kind]} ${count}`).join(' · ')}
        {hidesOverrides ? words.overridesUnseen : ''}
        {all > exceptions.length ? words.firstShown(exceptions.length) : ''}
      </p>
      {all === 0 ? (
        <Empty title={words.noExceptions} />
      ) : (
        <table className={classes.table} aria-label={words.tabs.exceptions}>
          <thead>
            <tr>
              {(['kind', 'about', 'reason', 'by', 'at'] as const).map((key) => (
                <th key={key} scope="col">
                  {words.columns[key]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exceptions.map(({ kind, record, title, check, accepted, reason, byName, at }) => (
              <tr key={`${kind} ${record.id} ${at} ${title} ${check ?? ''}`}>
                <td>{words.exceptions[kind]}</td>
                <th scope="row">
                  <RecordLink kind={record.kind} id={record.id} within={record.within}>
                    {title}
                  </RecordLink>
                </th>
                <td>
                  {[
                    check === null ? '' : texts.settlement.check[check],
                    ...accepted.map((each) => words.accepted[each]),
                    reason,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td>{byName}</td>
                <td>
                  <Moment at={at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
