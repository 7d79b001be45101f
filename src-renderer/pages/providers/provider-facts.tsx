import type { ReactNode } from 'react'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { NotVisible, useUnseen } from '../../shell/states/not-visible.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'

interface ProviderFactsProps {
  readonly provider: Provider
}

/** What is known of a vendor; what its record leaves open is said to be not stated, what a role may not see to be that. */
export function ProviderFacts({ provider }: ProviderFactsProps) {
  const texts = useTexts()
  const words = texts.providers
  const { marketplaceName, categoryName } = useMarketplaces()
  const none = words.notStated
  const unseenIn = useUnseen()
  const shown = (field: keyof Provider, value: ReactNode) => {
    const unseen = unseenIn('provider', { record: provider, field })
    return unseen === null ? (value ?? none) : <NotVisible what={unseen} />
  }
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
          ? [words.uscc, shown('uscc', uscc && <CopyId key="uscc" id={uscc} whole />)]
          : [
              words.residentId,
              shown('residentId', residentId && <CopyId key="resident" id={residentId} whole />),
            ],
        [words.staff, staff === null ? none : grouped(staff)],
        [words.registeredCapital, registeredCapital === null ? none : formatYuan(registeredCapital)],
        [words.foundedOn, provider.foundedOn ?? none],
        [words.licenceIssuedOn, provider.licenceIssuedOn ?? none],
        [words.sourceName, words.source[provider.source]],
        [words.freeOnly, provider.freeOrOpenSourceOnly ? texts.format.yes : texts.format.no],
        [words.openSourceOnly, provider.openSourceOnly ? texts.format.yes : texts.format.no],
        [words.columns.joinedOn, provider.joinedOn ?? texts.format.none],
        [words.payouts, provider.payoutsPaused ? words.payoutsPaused : words.payoutsOpen],
        [words.contact, shown('contact', contact?.name)],
        [words.phone, shown('contact', contact?.phone)],
        [words.email, shown('contact', contact?.email)],
        [words.website, provider.website ?? none],
      ]}
    />
  )
}
