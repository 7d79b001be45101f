import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { OnlyMark, ViewSwitch } from '#renderer/boards/board-bar.tsx'
import { PeriodChoice, periodOf, useToday } from '#renderer/boards/period-choice.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useAnswered } from '#renderer/engine-client/use-answered.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import type { CallsSearch } from '#renderer/routes/call-search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NoPermission, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar } from '#renderer/table/filter-bar.tsx'
import type { CallBoard } from '#shared/contracts/console-engine/interface-calls.ts'
import classes from './calls.module.css'
import { MailsPanel, RepeatsPanel, UpdatesPanel } from './health-panels.tsx'
import { HealthProducts } from './health-products.tsx'

/** How the production interfaces of products do in some days, and what the rules ask for. */
export function HealthPage() {
  const texts = useTexts()
  const words = texts.interfaceCalls
  const search = useSearch({ from: '/interface-calls' })
  const navigate = useNavigate()
  const { choices } = useMarketplaces()
  const unseen = useUnseen()('interfaceCall')
  const period = periodOf(search, useToday())
  const { marketplaces = [], providerId = null } = search
  const only = useOnly({ providerId, listingId: null })
  const asked = useQuery({
    ...engine.interfaceCalls.board.queryOptions({ input: { ...period, marketplaces, providerId } }),
    placeholderData: keepPreviousData,
    enabled: unseen === null,
  })
  const shown = useAnswered(
    { ...period, marketplaces: search.marketplaces, providerId: search.providerId },
    asked.isPlaceholderData,
  )
  const change = (part: CallsSearch) =>
    void navigate({ to: '/interface-calls', search: { ...search, ...part } })
  if (unseen !== null) {
    return (
      <Page title={words.title}>
        <NoPermission what="interfaceCall" />
      </Page>
    )
  }
  return (
    <Page
      title={words.title}
      actions={<ViewSwitch rows={false} onChange={({ rows }) => change({ rows, ...period })} />}
      filters={
        <FilterBar
          active={marketplaces.length > 0 || only !== null}
          onClear={() => change({ marketplaces: undefined, providerId: undefined })}
        >
          <PeriodChoice period={period} onChange={change} />
          <ChoicesFilter
            label={words.columns.marketplace}
            choices={choices}
            value={[...marketplaces]}
            onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
          />
          <OnlyMark only={only} onChange={() => change({ providerId: undefined })} />
        </FilterBar>
      }
      scrolls
    >
      {asked.isPending ? (
        <LateLoader />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : asked.data.rules.length === 0 ? (
        <Empty title={words.noRules} lead={words.nothingLead} />
      ) : (
        <div className={classes.page}>
          {asked.data.products.length === 0 ? (
            <Empty title={words.nothing} lead={words.nothingLead} />
          ) : (
            <HealthProducts board={asked.data} scope={shown} />
          )}
          <RepeatsPanel board={asked.data} />
          <UpdatesPanel board={asked.data} />
          <MailsPanel board={asked.data} />
          <Sources board={asked.data} />
          {asked.data.more ? <p className={classes.quiet}>{words.more}</p> : null}
        </div>
      )}
    </Page>
  )
}

/** The sentences the board goes by. */
function Sources({ board }: { readonly board: CallBoard }) {
  const words = useTexts().interfaceCalls
  const { marketplaceName } = useMarketplaces()
  return (
    <Panel title={words.sources}>
      {board.rules.map((rules) => (
        <div key={rules.marketplace} className={classes.part}>
          <strong>{marketplaceName(rules.marketplace)}</strong>
          {[rules.failedOrders, rules.probe, rules.frozen, rules.mail].map((citation) => (
            <CitationLine key={citation.ruleId} citation={citation} />
          ))}
          {rules.contradictions.map(({ taken, other }) => (
            <div key={taken.ruleId}>
              <p className={classes.quiet}>{words.contradiction}</p>
              <CitationLine citation={taken} />
              <CitationLine citation={other} />
            </div>
          ))}
        </div>
      ))}
    </Panel>
  )
}
