import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'

interface ProviderFactsProps {
  readonly provider: Provider
}

/** What is known of a vendor; what its record leaves open, or this person may not see, is said to be not stated. */
export function ProviderFacts({ provider }: ProviderFactsProps) {
  const texts = useTexts()
  const words = texts.providers
  const { marketplaceName, categoryName } = useMarketplaces()
  const none = words.notStated
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
          ? [words.uscc, uscc === null ? none : <CopyId key="uscc" id={uscc} whole />]
          : [words.residentId, residentId === null ? none : <CopyId key="resident" id={residentId} whole />],
        [words.staff, staff === null ? none : grouped(staff)],
        [words.registeredCapital, registeredCapital === null ? none : formatYuan(registeredCapital)],
        [words.foundedOn, provider.foundedOn ?? none],
        [words.licenceIssuedOn, provider.licenceIssuedOn ?? none],
        [words.sourceName, words.source[provider.source]],
        [words.freeOnly, provider.freeOrOpenSourceOnly ? texts.format.yes : texts.format.no],
        [words.columns.joinedOn, provider.joinedOn ?? texts.format.none],
        [words.payouts, provider.payoutsPaused ? words.payoutsPaused : words.payoutsOpen],
        [words.contact, contact?.name ?? none],
        [words.phone, contact?.phone ?? none],
        [words.email, contact?.email ?? none],
        [words.website, provider.website ?? none],
      ]}
    />
  )
}
