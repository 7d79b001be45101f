import { useMemo } from 'react'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { useBilingual } from '../i18n/language-context.ts'
import type { Choice } from '../table/filter-bar.tsx'
import { useSession } from './use-session.ts'

/** Marketplaces and their categories by name, for filters and columns; an unknown key names itself. */
export function useMarketplaces(): {
  choices: readonly Choice<string>[]
  marketplaceName: (key: string) => string
  categoryName: (marketplace: string, id: string) => string
  /** What a marketplace calls a provider. */
  providerTerm: (marketplace: string) => string
} {
  const session = useSession()
  const inWords = useBilingual()
  return useMemo(() => {
    const marketplaces = session?.marketplaces ?? []
    const find = (key: string) => marketplaces.find((marketplace) => marketplace.key === key)
    return {
      choices: marketplaces.map(({ key, name }) => ({ value: key, label: inWords(name) })),
      marketplaceName: (key) => {
        const found = find(key)
        return found === undefined ? key : inWords(found.name)
      },
      providerTerm: (key) => inWords(find(key)?.providerTerm ?? RECORD_KIND_WORDS.provider),
      categoryName: (marketplace, id) => {
        const known = find(marketplace)
        const found = [...(known?.categories ?? []), ...(known?.listingCategories ?? [])].find(
          (category) => category.id === id,
        )
        return found === undefined ? id : inWords(found.name)
      },
    }
  }, [session, inWords])
}
