import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'

interface ProviderChoiceProps {
  readonly chosen: string | null
  readonly onChoose: (providerId: string | null) => void
}

/** Providers shown for what is typed. */
const SHOWN = 20
const TYPING_MS = 150

/** A provider, found by a part of its name. */
export function ProviderChoice({ chosen, onChoose }: ProviderChoiceProps) {
  const texts = useTexts().review.providerChoice
  const { marketplaceName } = useMarketplaces()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, TYPING_MS)
  const found = useQuery(
    engine.providers.list.queryOptions({
      input: {
        filter: { text: text.slice(0, 100), marketplaces: [], statuses: [] },
        sort: { column: 'name', descending: false },
        after: null,
        limit: SHOWN,
      },
    }),
  )
  const one = useQuery(
    engine.providers.get.queryOptions({ input: { id: chosen ?? '' }, enabled: chosen !== null }),
  )
  const known = one.data?.provider
  const matching = found.data?.rows ?? []
  const isMatching = (providerId: string) => matching.some(({ id }) => id === providerId)
  const rows = [...matching, ...(known === undefined || isMatching(known.id) ? [] : [known])]
  return (
    <Select
      label={texts.label}
      placeholder={texts.hint}
      searchable
      data={rows.map(({ id, name, marketplace }) => ({
        value: id,
        label: `${name} · ${marketplaceName(marketplace)}`,
      }))}
      // The engine has found them; what is typed may be the beginning of an id. The chosen one shows its name, and
      // is not offered again to who types another.
      filter={({ options, search }) =>
        options.filter((each) => !('value' in each) || isMatching(each.value) || each.label === search)
      }
      value={chosen}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChoose}
      nothingFoundMessage={texts.nobody}
      allowDeselect={false}
    />
  )
}
