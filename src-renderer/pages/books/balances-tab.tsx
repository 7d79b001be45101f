import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ExportMenu } from '#renderer/table/export-menu.tsx'
import type { BookMonth, ShownBalances } from '#shared/contracts/console-engine/books.ts'
import classes from './books.module.css'
import { useSaving } from './use-saving.ts'

const AMOUNTS = ['opening', 'due', 'paid', 'closing'] as const

/** 服务商往来余额表. */
export function BalancesTab({ of }: { readonly of: BookMonth }) {
  const texts = useTexts()
  const words = texts.books
  const { language } = useLanguage()
  const saving = useSaving(engine.books.balanceFile.call)
  const query = useQuery(engine.books.balances.queryOptions({ input: of }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  if (query.data.count === 0) return <Empty title={words.noBalances} lead={words.noBalancesLead} />
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
        {words.balanceLead}
        {query.data.count > query.data.balances.length ? words.firstShown(query.data.balances.length) : ''}
      </p>
      <BalanceTable shown={query.data} />
    </>
  )
}

function BalanceTable({ shown: { balances, total } }: { readonly shown: ShownBalances }) {
  const words = useTexts().books
  return (
    <table className={classes.table} aria-label={words.tabs.balances}>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          {AMOUNTS.map((key) => (
            <th key={key} scope="col" className={classes.amount}>
              {words.columns[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {balances.map((row) => (
          <tr key={row.providerId}>
            <th scope="row">
              <RecordLink kind="provider" id={row.providerId}>
                {row.providerName}
              </RecordLink>
            </th>
            {AMOUNTS.map((key) => (
              <td key={key} className={classes.amount}>
                {plainYuan(row[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          {AMOUNTS.map((key) => (
            <td key={key} className={classes.amount}>
              {plainYuan(total[key])}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
