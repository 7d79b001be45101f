import type { ReactNode } from 'react'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { seesPersonalData } from '#shared/contracts/console-platform/visibility.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { NotVisible } from '../../shell/states/not-visible.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import { useAccount } from '../../shell/use-session.ts'

interface ProviderFactsProps {
  readonly provider: Provider
}

/** What is known of a vendor; what its record leaves open is said to be not stated, what a role may not see to be that. */
export function ProviderFacts({ provider }: ProviderFactsProps) {
  const texts = useTexts()
  const words = texts.providers
  const { marketplaceName, categoryName } = useMarketplaces()
  const none = words.notStated
  const sees = seesPersonalData(useAccount()?.roles ?? [])
  const personal = (value: ReactNode) => (sees ? (value ?? none) : <NotVisible what="personal-data" />)
  const { uscc, residentId, staff, registeredCapital, contact } = provider
  return (
    <Facts
      facts={[
        [words.columns.marketplace, marketplaceName(provider.marketplace)],
        [words.columns.kind, words.kind[provider.kind]],
        [
          words.columns.categories,
          provider.categories.map((id) => categoryName(provider.marketplace, id)).join(', '),
        ],
        provider.kind === 'enterprise'
          ? [words.uscc, personal(uscc && <CopyId key="uscc" id={uscc} whole />)]
          : [words.residentId, personal(residentId && <CopyId key="resident" id={residentId} whole />)],
        [words.staff, staff === null ? none : grouped(staff)],
        [words.registeredCapital, registeredCapital === null ? none : formatYuan(registeredCapital)],
        [words.foundedOn, provider.foundedOn ?? none],
        [words.licenceIssuedOn, provider.licenceIssuedOn ?? none],
        [words.sourceName, words.source[provider.source]],
        [words.freeOnly, provider.freeOrOpenSourceOnly ? texts.format.yes : texts.format.no],
        [words.columns.joinedOn, provider.joinedOn ?? texts.format.none],
        [words.payouts, provider.payoutsPaused ? words.payoutsPaused : words.payoutsOpen],
        [words.contact, personal(contact?.name)],
        [words.phone, personal(contact?.phone)],
        [words.email, personal(contact?.email)],
        [words.website, provider.website ?? none],
      ]}
    />
  )
}
