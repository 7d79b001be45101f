import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { providerHistory } from '#shared/contracts/console-platform/transitions/provider-transitions.ts'
import { engine } from '../../engine-client/engine.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { CaseFrame } from '../../review/case-frame.tsx'
import { useCaseForms } from '../../review/forms/use-case-forms.ts'
import { ToldPanel } from '../../review/notices/told-section.tsx'
import { PendingLines } from '../../review/pending-lines.tsx'
import { RevealPanel } from '../../review/personal-data/reveal-panel.tsx'
import { ReturnedBanner } from '../../review/returned-banner.tsx'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { Page } from '../../shell/page/page.tsx'
import { Panel } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { PayoutsPausedMark, ProviderStatusMark } from '../../shell/status/status-mark.tsx'
import { ProviderBoards } from './provider-boards.tsx'
import { ProviderDeposits } from './provider-deposits.tsx'
import { ProviderFacts } from './provider-facts.tsx'
import { ProviderFoot } from './provider-foot.tsx'
import { ProviderMatters } from './provider-matters.tsx'
import {
  ProviderAccounts,
  ProviderInvoices,
  ProviderOrders,
  ProviderPayouts,
  ProviderStatements,
} from './provider-money.tsx'
import { ProviderContracts, ProviderPapers } from './provider-papers.tsx'
import { ProviderRecords } from './provider-records.tsx'
import { ProviderTimeline } from './provider-timeline.tsx'
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
  return <OpenProvider key={id} opened={query.data} back={back} />
}

interface OpenProviderProps {
  readonly opened: ProviderCase
  /** The way to all of them. */
  readonly back: ReactNode
}

/** A vendor, once the engine has laid it out: what is open and what is known of it, and what can be decided about it. */
function OpenProvider({ opened, back }: OpenProviderProps) {
  const texts = useTexts()
  const { provider, applications, listings, deposits, violations } = opened
  const forms = useCaseForms({
    kind: 'provider',
    record: { id: provider.id, version: provider.version, history: providerHistory(provider) },
    title: provider.name,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed },
    nextId: () => null,
    onShow: () => undefined,
  })
  return (
    <Page
      title={provider.name}
      aside={
        <>
          <ProviderStatusMark status={provider.status} />
          {provider.payoutsPaused ? <PayoutsPausedMark /> : null}
          <CopyId id={provider.id} />
        </>
      }
      actions={back}
    >
      <CaseFrame head={null} document={null} foot={<ProviderFoot opened={opened} forms={forms} />}>
        <div className={classes.stack}>
          <ReturnedBanner recordId={provider.id} onAgain={forms.again} />
          <PendingLines pending={opened.pending} />
          <Panel title={texts.providers.profile} aside={<ProviderBoards providerId={provider.id} />}>
            <ProviderFacts provider={provider} />
          </Panel>
          <RevealPanel kind="provider" id={provider.id} />
          <div className={classes.columns}>
            <ProviderMatters matters={opened.matters} provider={opened.provider} />
            <ProviderPapers opened={opened} />
            <ProviderContracts contracts={opened.contracts} contractTerms={opened.contractTerms} />
            <ProviderDeposits deposits={deposits} />
            <ProviderRecords applications={applications} listings={listings} />
            <ProviderOrders opened={opened} />
            <ProviderStatements statements={opened.statements} />
            <ProviderPayouts payouts={opened.payouts} />
            <ProviderInvoices invoices={opened.invoices} />
            <ProviderAccounts accounts={opened.accounts} />
            <ProviderViolations providerId={provider.id} violations={violations} />
          </div>
          <ToldPanel providerId={provider.id} />
          <ProviderTimeline opened={opened} />
        </div>
      </CaseFrame>
    </Page>
  )
}
