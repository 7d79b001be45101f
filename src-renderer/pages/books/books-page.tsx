import { Select } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { BOOK_TABS, type BookTab } from '#renderer/routes/settlement-search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { SettlementLinks } from '#renderer/shell/page/settlement-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NoPermission, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { BookMonth } from '#shared/contracts/console-engine/books.ts'
import { BalancesTab } from './balances-tab.tsx'
import classes from './books.module.css'
import { ExceptionsTab } from './exceptions-tab.tsx'
import { VouchersTab } from './vouchers-tab.tsx'

/** 记账: what of a marketplace's month goes on to the books. The address holds marketplace, month and part. */
export function BooksPage() {
  const texts = useTexts()
  const unseen = useUnseen()('settlementStatement')
  return (
    <Page title={texts.books.title} actions={<SettlementLinks here="books" />} filters={<Choices />} scrolls>
      {unseen === null ? <Body /> : <NoPermission what={unseen} />}
    </Page>
  )
}

/** The month that is shown: that of the address, else the newest that has something committed, of all marketplaces. */
function useBookMonth(): { readonly of: BookMonth | null; readonly months: readonly string[] } {
  const search = useSearch({ from: '/books' })
  const { choices } = useMarketplaces()
  const asked = search.marketplace === undefined ? choices.map(({ value }) => value) : [search.marketplace]
  const { isPending, all } = useQueries({
    queries: asked.map((each) => engine.settlement.months.queryOptions({ input: { marketplace: each } })),
    combine: (answers) => ({
      isPending: answers.some((answer) => answer.isPending),
      all: answers.map(({ data }) => data?.months ?? []),
    }),
  })
  const committed = all.map((told) => told.find(({ totals }) => totals.committed > 0))
  const [last] = committed
    .flatMap((newest) => newest?.month ?? [])
    .sort()
    .reverse()
  const at = committed.findIndex((newest) => newest?.month === last)
  const marketplace = isPending ? search.marketplace : asked[at]
  const told = all[at] ?? []
  const newest = committed[at] ?? told[0]
  const month = search.month ?? newest?.month
  return {
    of: marketplace === undefined || month === undefined ? null : { marketplace, month },
    months: [...new Set([...told.map((each) => each.month), ...(month === undefined ? [] : [month])])],
  }
}

function Choices() {
  const words = useTexts().books
  const { tab = 'vouchers' } = useSearch({ from: '/books' })
  const { choices } = useMarketplaces()
  const { of, months } = useBookMonth()
  const navigate = useNavigate({ from: '/books' })
  return (
    <div className={classes.choices}>
      <nav className={classes.tabs} aria-label={words.title}>
        {BOOK_TABS.map((each) => (
          <Link
            key={each}
            to="/books"
            search={(before) => ({ ...before, tab: each })}
            className={classes.tab}
            aria-current={each === tab ? 'page' : undefined}
            activeProps={{}}
          >
            {words.tabs[each]}
          </Link>
        ))}
      </nav>
      <Select
        w={200}
        aria-label={words.marketplace}
        allowDeselect={false}
        data={choices}
        value={of?.marketplace ?? null}
        onChange={(marketplace) =>
          marketplace !== null && void navigate({ search: { tab, marketplace }, replace: true })
        }
      />
      <Select
        w={120}
        aria-label={words.month}
        allowDeselect={false}
        data={months.map((month) => ({ value: month, label: month }))}
        value={of?.month ?? null}
        onChange={(month) =>
          month !== null && void navigate({ search: (before) => ({ ...before, month }), replace: true })
        }
      />
    </div>
  )
}

function Body() {
  const words = useTexts().books
  const { tab = 'vouchers' } = useSearch({ from: '/books' })
  const { of, months } = useBookMonth()
  if (of === null) return months.length === 0 ? <LateLoader /> : <Empty title={words.nothing} />
  return <div className={classes.body}>{tabOf(tab, of)}</div>
}

function tabOf(tab: BookTab, of: BookMonth): ReactElement {
  switch (tab) {
    case 'vouchers':
      return <VouchersTab of={of} />
    case 'balances':
      return <BalancesTab of={of} />
    case 'exceptions':
      return <ExceptionsTab of={of} />
  }
}
