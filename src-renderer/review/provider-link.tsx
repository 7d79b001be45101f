import { Anchor } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'

interface ProviderLinkProps {
  readonly marketplace: string
  readonly providerId: string
}

/** The way from a case to its provider, in the word of the marketplace for one. */
export function ProviderLink({ marketplace, providerId }: ProviderLinkProps) {
  const { providerTerm } = useMarketplaces()
  return (
    <Anchor component="span" size="sm">
      <RecordLink kind="provider" id={providerId}>
        {useTexts().applications.head.provider(providerTerm(marketplace))}
      </RecordLink>
    </Anchor>
  )
}
