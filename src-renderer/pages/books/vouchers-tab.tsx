import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import type { BookMonth, ShownVouchers } from '#shared/contracts/console-engine/books.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { BOOK_PROGRAMS, type BookProgram } from '#shared/rules/books/book-mapping.ts'
import classes from './books.module.css'
import { MappingPanel } from './mapping-panel.tsx'
import { useSaving } from './use-saving.ts'

/** 记账凭证 of a month, and the file a bookkeeping program reads. */
export function VouchersTab({ of }: { readonly of: BookMonth }) {
  const words = useTexts().books
  const [program, setProgram] = useState<BookProgram>('yonyou')
  const [isMapping, setMapping] = useState(false)
  const saving = useSaving(engine.books.voucherFile.call)
  const query = useQuery(engine.books.vouchers.queryOptions({ input: of }))
  const exportThem = () => saving.mutate({ ...of, program })
  useKeys(
    (query.data?.count ?? 0) === 0
      ? []
      : [{ means: 'export-book', label: words.exportVouchers, run: exportThem }],
  )
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const shown = query.data
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={words.program}
          data={BOOK_PROGRAMS.map((value) => ({ value, label: words.programs[value] }))}
          value={program}
          // The values are those of the list above.
          onChange={(value) => setProgram(BOOK_PROGRAMS.find((each) => each === value) ?? 'yonyou')}
        />
        <Button variant="default" aria-expanded={isMapping} onClick={() => setMapping(!isMapping)}>
          {words.mapping}
        </Button>
        <Button
          leftSection={<IconDownload size={15} aria-hidden />}
          disabled={shown.count === 0}
          loading={saving.isPending}
          rightSection={<KeyHint means="export-book" />}
          onClick={exportThem}
        >
          {words.exportVouchers}
        </Button>
      </div>
      {isMapping ? (
        <MappingPanel
          key={`${program} ${of.marketplace}`}
          program={program}
          marketplace={of.marketplace}
          onClose={() => setMapping(false)}
        />
      ) : null}
      <VoucherList shown={shown} month={of.month} />
    </>
  )
}

function VoucherList({ shown, month }: { readonly shown: ShownVouchers; readonly month: string }) {
  const words = useTexts().books
  if (shown.count === 0) return <Empty title={words.noVouchers} lead={words.noVouchersLead} />
  return (
    <>
      <p className={classes.lead}>
        {words.voucherSums(shown.count, formatYuan(shown.debit), formatYuan(shown.credit))}
        {shown.drafts === 0 ? '' : words.draftsLeft(shown.drafts)}
        {shown.count > shown.vouchers.length ? words.firstShown(shown.vouchers.length) : ''}
      </p>
      <table className={classes.table} aria-label={words.tabs.vouchers}>
        <thead>
          <tr>
            <th scope="col">{words.columns.number}</th>
            <th scope="col">{words.columns.summary}</th>
            <th scope="col">{words.columns.account}</th>
            <th scope="col" className={classes.amount}>
              {words.columns.debit}
            </th>
            <th scope="col" className={classes.amount}>
              {words.columns.credit}
            </th>
          </tr>
        </thead>
        {shown.vouchers.map((voucher) => (
          <tbody key={voucher.number}>
            {voucher.entries.map(({ subject, account, debit, credit }, at) => (
              <tr key={`${subject} ${account} ${debit} ${credit}`}>
                {at === 0 ? (
                  <th scope="rowgroup" rowSpan={voucher.entries.length}>
                    <span className={classes.number}>{voucher.number}</span>
                    <RecordLink kind="settlementStatement" id={voucher.statementId}>
                      {voucher.providerName}
                    </RecordLink>
                    {voucher.takesBack ? <span className={classes.quiet}>{words.takesBack}</span> : null}
                  </th>
                ) : null}
                <td>
                  {month} {words.subjects[subject]}
                </td>
                <td>{words.accounts[account]}</td>
                <td className={classes.amount}>{debit === 0 ? '' : plainYuan(debit)}</td>
                <td className={classes.amount}>{credit === 0 ? '' : plainYuan(credit)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}
