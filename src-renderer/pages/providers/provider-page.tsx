import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { engine } from '../../engine-client/engine.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { Page } from '../../shell/page/page.tsx'
import { Panel } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { ProviderStatusMark } from '../../shell/status/status-mark.tsx'
import { ProviderDeposits } from './provider-deposits.tsx'
import { ProviderFacts } from './provider-facts.tsx'
import { ProviderRecords } from './provider-records.tsx'
import { ProviderViolations } from './provider-violations.tsx'
import classes from './providers.module.css'

/** One vendor on one page. */
export function ProviderPage() {
  const texts = useTexts()
  const { id } = useParams({ from: '/providers/$id' })
  const navigate = useNavigate()
  const query = useQuery(engine.providers.get.queryOptions({ input: { id } }))
  useKeys([{ means: 'close', label: texts.providers.back, run: () => void navigate({ to: '/providers' }) }])
  const back = (
    <Link to="/providers" className={classes.back}>
      <IconArrowLeft size={15} aria-hidden />
      {texts.providers.back}
    </Link>
  )
  if (query.data === undefined) {
    return (
      <Page title={texts.shell.screens.providers} actions={back} scrolls>
        {query.isError ? <Failed error={query.error} reset={() => void query.refetch()} /> : <LateLoader />}
      </Page>
    )
  }
  const { provider, applications, listings, deposits, violations } = query.data
  return (
    <Page
      title={provider.name}
      aside={
        <>
          <ProviderStatusMark status={provider.status} />
          <CopyId id={provider.id} />
        </>
      }
      actions={back}
      scrolls
    >
      <div className={classes.stack}>
        <Panel title={texts.providers.profile}>
          <ProviderFacts provider={provider} />
        </Panel>
        <ProviderRecords applications={applications} listings={listings} />
        <ProviderDeposits deposits={deposits} />
        <ProviderViolations providerId={provider.id} violations={violations} />
      </div>
    </Page>
  )
}
