import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import classes from './bank-matching.module.css'
import { MarketplaceSettings } from './marketplace-settings.tsx'
import { settingsMeant } from './settings-meant.ts'

/** 认领设置: what matching goes by in a marketplace. The address holds which. */
export function BankMatchingPage() {
  const words = useTexts()
  const texts = words.bankMatching
  const { choices } = useMarketplaces()
  const search = useSearch({ from: '/bank/matching' })
  const navigate = useNavigate({ from: '/bank/matching' })
  const returned = useQuery(engine.sync.returned.queryOptions()).data ?? []
  // What came back is not there yet: it says itself where it was meant for.
  const meant = returned.find(({ recordId }) => recordId === search.shown)
  const marketplace = search.marketplace ?? (meant && settingsMeant(meant)?.marketplace) ?? choices[0]?.value
  const settings = useQuery({
    ...engine.bank.matching.settings.queryOptions({ input: { marketplace: marketplace ?? '' } }),
    enabled: marketplace !== undefined,
  })
  return (
    <DepositPage
      scrolls
      title={words.shell.screens.matching}
      filters={
        <div className={classes.head}>
          <Select
            w={240}
            aria-label={texts.marketplace}
            allowDeselect={false}
            data={[...choices]}
            value={marketplace ?? null}
            onChange={(chosen) =>
              chosen !== null && void navigate({ search: { marketplace: chosen }, replace: true })
            }
          />
          <p className={classes.quiet}>{texts.lead}</p>
        </div>
      }
    >
      {settings.isError ? <Failed error={settings.error} reset={() => void settings.refetch()} /> : null}
      {marketplace === undefined || settings.data === undefined ? (
        settings.isError ? null : (
          <LateLoader />
        )
      ) : (
        <MarketplaceSettings
          key={marketplace}
          marketplace={marketplace}
          here={settings.data}
          shown={search.shown ?? null}
        />
      )}
    </DepositPage>
  )
}
