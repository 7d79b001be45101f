import { Anchor, Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { PeriodChoice, periodOf, useToday } from '#renderer/boards/period-choice.tsx'
import { engine } from '#renderer/engine-client/engine.ts'
import { useAnswered } from '#renderer/engine-client/use-answered.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ContactsSearch } from '#renderer/routes/contact-search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar } from '#renderer/table/filter-bar.tsx'
import type { ContactTally } from '#shared/contracts/console-engine/contacts.ts'
import { CONTACT_REASONS, CONTACT_STATUSES } from '#shared/contracts/console-platform/records/contact.ts'
import type { Period } from '#shared/rules/boards/board-period.ts'
import classes from './contacts.module.css'

/** How many contact records of some days there are by product and reason; every number leads to them. */
export function ContactTallyPage() {
  const texts = useTexts()
  const words = texts.contacts
  const search = useSearch({ from: '/contacts' })
  const navigate = useNavigate()
  const { choices } = useMarketplaces()
  const unseen = useUnseen()('contact')
  const period = periodOf(search, useToday())
  const { marketplaces = [] } = search
  const asked = useQuery({
    ...engine.contacts.tally.queryOptions({ input: { ...period, marketplaces } }),
    placeholderData: keepPreviousData,
  })
  const shown = useAnswered({ ...period, marketplaces: search.marketplaces }, asked.isPlaceholderData)
  const change = (part: ContactsSearch) => void navigate({ to: '/contacts', search: { ...search, ...part } })
  return (
    <Page
      title={texts.shell.screens.contacts}
      actions={
        <Button variant="subtle" onClick={() => change({ tally: undefined })}>
          {words.list}
        </Button>
      }
      filters={
        <FilterBar active={marketplaces.length > 0} onClear={() => change({ marketplaces: undefined })}>
          <PeriodChoice period={period} onChange={change} />
          <ChoicesFilter
            label={words.columns.marketplace}
            choices={choices}
            value={[...marketplaces]}
            onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
          />
        </FilterBar>
      }
      scrolls
    >
      {unseen !== null ? (
        <NotVisible what={unseen} />
      ) : asked.isPending ? (
        <LateLoader />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : asked.data.rows.length === 0 ? (
        <Empty title={words.nothingCounted} lead={words.nothingLead} />
      ) : (
        <Tally tally={asked.data} scope={shown} />
      )}
    </Page>
  )
}

interface TallyProps {
  readonly tally: ContactTally
  readonly scope: Period & Pick<ContactsSearch, 'marketplaces'>
}

function Tally({ tally, scope }: TallyProps) {
  const words = useTexts().contacts
  const number = (value: number, part: ContactsSearch, isLinked: boolean) =>
    value === 0 ? (
      '–'
    ) : isLinked ? (
      <Anchor renderRoot={(props) => <Link to="/contacts" search={{ ...scope, ...part }} {...props} />}>
        {grouped(value)}
      </Anchor>
    ) : (
      grouped(value)
    )
  return (
    <div className={classes.scroll}>
      <table className={classes.tally}>
        <thead>
          <tr>
            <th scope="col">{words.fields.product}</th>
            <th scope="col">{words.total}</th>
            <th scope="col">{words.notClosed}</th>
            {CONTACT_REASONS.map((reason) => (
              <th key={reason} scope="col">
                {words.reasons[reason]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tally.rows.map(({ listingId, productName, total, open, byReason }) => {
            // What is about no product has no filter of its own.
            const [of, isLinked] = [{ listingId: listingId ?? undefined }, listingId !== null]
            return (
              <tr key={listingId ?? ''}>
                <th scope="row" title={productName ?? words.noProduct}>
                  {productName ?? words.noProduct}
                </th>
                <td>{number(total, of, isLinked)}</td>
                <td>
                  {number(
                    open,
                    { ...of, statuses: CONTACT_STATUSES.filter((status) => status !== 'closed') },
                    isLinked,
                  )}
                </td>
                {CONTACT_REASONS.map((reason) => (
                  <td key={reason}>{number(byReason[reason] ?? 0, { ...of, reason }, isLinked)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {tally.more ? <p className={classes.quiet}>{words.tallyMore}</p> : null}
    </div>
  )
}
