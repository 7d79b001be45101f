import { type Icon, IconBolt } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { use, useSyncExternalStore } from 'react'
import type { Found } from '#shared/contracts/console-engine/desk.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { foundIcon, foundPlace } from '../../routes/record-places.ts'
import { keyOf } from '../keys/key-meanings.ts'
import { KeysContext } from '../keys/use-keys.ts'
import { bankScreensFor, type Screen } from '../screens.ts'
import { useMarketplaces } from '../use-marketplaces.ts'
import { useAccount } from '../use-session.ts'
import { aboutFound, matches } from './found.ts'
import { furtherPlacesFor } from './further-places.ts'
import { useDeskCommands } from './use-desk-commands.ts'

/** A line of the palette. */
export interface PaletteEntry {
  readonly key: string
  readonly group: 'records' | 'screens' | 'actions'
  readonly icon: Icon
  readonly label: string
  /** What of the label was looked for. */
  readonly matched: Found['matched'] | null
  readonly about: string
  readonly keys: string | null
  readonly run: () => void
}

const HITS = 20

/** Forms that make a record and may be begun from anywhere. */
const STARTS = [
  { type: 'payout.request', to: '/payouts' },
  { type: 'payout.batch', to: '/payout-batches' },
  { type: 'provider.propose-bank-account', to: '/payee-accounts' },
] as const

/** What the typed text stands for; `settled` once the answer belongs to it and not to an older one. */
export function usePaletteEntries(
  typed: string,
  screens: readonly Screen[],
): { entries: readonly PaletteEntry[]; settled: boolean } {
  const texts = useTexts()
  const router = useRouter()
  const { marketplaceName } = useMarketplaces()
  const registry = use(KeysContext)
  const groups = useSyncExternalStore(registry.subscribe, () => registry.groups)
  const roles = useAccount()?.roles ?? []
  const deskCommands = useDeskCommands()
  const text = typed.trim()
  const found = useQuery(
    engine.find.queryOptions({
      input: { text, limit: HITS },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const settled = text === '' || (!found.isPlaceholderData && !found.isPending)

  const records = (text === '' ? [] : (found.data ?? [])).flatMap((hit): PaletteEntry[] => {
    const place = foundPlace(hit, roles)
    if (place === null) return []
    return [
      {
        key: `${hit.kind} ${hit.id}`,
        group: 'records',
        icon: foundIcon(hit.kind),
        label: hit.title === '' ? texts.bankLines.noName : hit.title,
        matched: hit.matched,
        about: aboutFound(texts, hit, marketplaceName),
        keys: null,
        run: () => void router.navigate(place),
      },
    ]
  })
  const places = [...screens, ...bankScreensFor(roles)]
    .filter((screen) => matches(texts.shell.screens[screen.id], text))
    .map(
      ({ id, to, icon, letter }): PaletteEntry => ({
        key: `screen ${id}`,
        group: 'screens',
        icon,
        label: texts.shell.screens[id],
        matched: null,
        about: '',
        keys: keyOf(`go-to-${letter}`),
        run: () => void router.navigate({ to }),
      }),
    )
  const further = furtherPlacesFor(roles, texts)
    .filter(({ label }) => matches(label, text))
    .map(
      ({ key, icon, label, go }): PaletteEntry => ({
        key: `place ${key}`,
        group: 'screens',
        ...{ icon, label, matched: null, about: '', keys: null },
        run: () => void go(router.navigate),
      }),
    )
  const starts = STARTS.filter(
    ({ type }) => mayCommand(roles, type) && matches(texts.commands.doing[type], text),
  ).map(
    ({ type, to }): PaletteEntry => ({
      key: `start ${type}`,
      group: 'actions',
      icon: IconBolt,
      label: texts.commands.doing[type],
      matched: null,
      about: '',
      keys: null,
      run: () => void router.navigate({ to, search: { making: true } }),
    }),
  )
  const actions = groups
    .flatMap((group) => group.bindings)
    .filter((binding) => binding.hidden !== true && matches(binding.label, text))
    .map(
      ({ means, label, run }): PaletteEntry => ({
        key: `action ${means} ${label}`,
        group: 'actions',
        icon: IconBolt,
        label,
        matched: null,
        about: '',
        keys: keyOf(means),
        run,
      }),
    )
  const commands = deskCommands
    .filter(({ label }) => matches(label, text))
    .map(
      ({ key, icon, label, run }): PaletteEntry => ({
        key: `command ${key}`,
        group: 'actions',
        ...{ icon, label, matched: null, about: '', keys: null, run },
      }),
    )
  // Who types the whole name of a screen means the screen, whatever else has it in its name.
  const isNamed = ({ label }: PaletteEntry) => label.toLowerCase() === text.toLowerCase()
  const named = [...places, ...further].filter(isNamed)
  const others = [...places, ...further].filter((place) => !isNamed(place))
  return { entries: [...named, ...records, ...others, ...starts, ...actions, ...commands], settled }
}
