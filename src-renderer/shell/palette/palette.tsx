import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconBolt, IconBuildingStore, IconChecklist, IconPackage, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { use, useDeferredValue, useState, useSyncExternalStore } from 'react'
import type { Found } from '#shared/contracts/console-engine/desk.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { keyLabel } from '../keys/key-label.ts'
import { KeysContext } from '../keys/use-keys.ts'
import type { Screen } from '../screens.ts'
import { useMarketplaces } from '../use-marketplaces.ts'
import { foundStatus, matches } from './found.ts'

const [store, actions] = createSpotlight()
/** Opens the palette from anywhere. */
export const openPalette = actions.open

const HITS = 20
const ICONS = {
  application: IconChecklist,
  listingVersion: IconPackage,
  provider: IconBuildingStore,
} as const

interface PaletteProps {
  readonly screens: readonly Screen[]
}

/** Finds any record from the first character on, any screen, any action of the screen that is open. */
export function Palette({ screens }: PaletteProps) {
  const texts = useTexts()
  const router = useRouter()
  const { marketplaceName } = useMarketplaces()
  const registry = use(KeysContext)
  const groups = useSyncExternalStore(registry.subscribe, () => registry.groups)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useQuery(
    engine.find.queryOptions({
      input: { text, limit: HITS },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const hits = text === '' ? [] : (found.data ?? [])
  const named = screens.filter((screen) => matches(texts.shell.screens[screen.id], text))
  const runnable = groups
    .flatMap((group) => group.bindings)
    .filter((binding) => binding.hidden !== true && matches(binding.label, text))
  const nothing = hits.length + named.length + runnable.length === 0

  const open = ({ kind, id }: Found) => {
    if (kind === 'application') void router.navigate({ to: '/applications/$id', params: { id } })
    else if (kind === 'listingVersion') void router.navigate({ to: '/listings/$id', params: { id } })
    else void router.navigate({ to: '/providers/$id', params: { id } })
  }
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight={420}
      size={640}
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        placeholder={texts.shell.search.placeholder}
        aria-label={texts.shell.search.open}
        maxLength={100}
        size="md"
        leftSection={<IconSearch size={16} />}
      />
      <Spotlight.ActionsList>
        {hits.length === 0 ? null : (
          <Spotlight.ActionsGroup label={texts.shell.search.records}>
            {hits.map((hit) => {
              const Icon = ICONS[hit.kind]
              return (
                <Spotlight.Action
                  key={`${hit.kind} ${hit.id}`}
                  label={hit.title}
                  description={`${texts.shell.kinds[hit.kind]} · ${marketplaceName(hit.marketplace)} · ${hit.subtitle}`}
                  leftSection={<Icon size={16} stroke={1.6} />}
                  rightSection={foundStatus(texts.statuses, hit)}
                  onClick={() => open(hit)}
                />
              )
            })}
          </Spotlight.ActionsGroup>
        )}
        {named.length === 0 ? null : (
          <Spotlight.ActionsGroup label={texts.shell.search.screens}>
            {named.map(({ id, to, icon: Icon, letter }) => (
              <Spotlight.Action
                key={id}
                label={texts.shell.screens[id]}
                leftSection={<Icon size={16} stroke={1.6} />}
                rightSection={keyLabel(`g ${letter}`)}
                onClick={() => void router.navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {runnable.length === 0 ? null : (
          <Spotlight.ActionsGroup label={texts.shell.search.actions}>
            {runnable.map((binding) => (
              <Spotlight.Action
                key={`${binding.keys} ${binding.label}`}
                label={binding.label}
                leftSection={<IconBolt size={16} stroke={1.6} />}
                rightSection={keyLabel(binding.keys)}
                onClick={binding.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && !found.isFetching ? (
          <Spotlight.Empty>{texts.shell.search.nothing}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
      <Spotlight.Footer fz="xs" c="dimmed">
        {texts.shell.search.hint}
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}
