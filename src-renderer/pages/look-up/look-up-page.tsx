import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Found } from '#shared/contracts/console-engine/desk.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { foundPlace } from '../../routes/record-places.ts'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { Page } from '../../shell/page/page.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { useAccount } from '../../shell/use-session.ts'
import classes from './look-up.module.css'
import { LookUpGroup, listOfKind } from './look-up-group.tsx'

/** Hits of a kind among all kinds, and of one alone. */
const PER_KIND = 6
const OF_ONE_KIND = 50

const LIST_ID = 'look-up-hits'

/** 查询: one box for whatever a caller names, with what it finds by kind as one types. The address holds the text. */
export function LookUpPage() {
  const texts = useTexts()
  const words = texts.lookUp
  const search = useSearch({ from: '/look-up' })
  const navigate = useNavigate()
  const roles = useAccount()?.roles ?? []
  const input = useRef<HTMLInputElement>(null)
  // What is typed never waits for the address, which follows it.
  const [typed, setTyped] = useState(search.text ?? '')
  const kind = search.kind ?? null
  const text = typed.trim()
  const found = useQuery(
    engine.lookUp.queryOptions({
      input: {
        text,
        perKind: kind === null ? PER_KIND : OF_ONE_KIND,
        kinds: kind === null ? null : [kind],
      },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  )
  // Until the first copy is whole nothing can be found by name.
  const isFilling = useQuery(engine.sync.status.queryOptions()).data?.state === 'snapshot'
  const groups = text === '' ? [] : (found.data ?? [])
  const hits = groups.flatMap((group) => group.hits)
  const chosen = Math.min(search.at ?? 0, Math.max(0, hits.length - 1))
  const settled = !found.isPlaceholderData && !found.isPending

  const put = (next: Partial<typeof search>) =>
    void navigate({ to: '/look-up', search: (before) => ({ ...before, ...next }), replace: true })
  const type = (next: string) => {
    setTyped(next)
    put({ text: next === '' ? undefined : next, at: undefined })
  }
  const open = async (hit: Found | undefined, at: number) => {
    const place = hit === undefined ? null : foundPlace(hit, roles)
    if (place === null) return
    // The way back leads to the same hit.
    await navigate({ to: '/look-up', search: (before) => ({ ...before, at }), replace: true })
    await navigate(place)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && hits.length > 0) put({ at: (chosen + by + hits.length) % hits.length })
    else if (event.key === 'Enter' && settled) void open(hits[chosen], chosen)
    else if (event.key === 'Escape' && kind !== null) put({ kind: undefined, at: undefined })
    else return
    event.preventDefault()
  }
  useKeys([{ means: 'find-in-list', label: words.focus, run: () => input.current?.focus() }])

  let before = 0
  return (
    <Page title={texts.shell.screens.lookUp} scrolls>
      <div className={classes.box}>
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the page is this box
          autoFocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={groups.map(({ kind }) => listOfKind(LIST_ID, kind)).join(' ')}
          aria-activedescendant={hits.length === 0 ? undefined : `${LIST_ID}-${chosen}`}
          aria-label={words.label}
          className={classes.input}
          placeholder={words.placeholder}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <p className={classes.hint}>{words.hint}</p>
      </div>
      {found.isError ? <Failed error={found.error} reset={() => void found.refetch()} /> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: lists of hits, not fields */}
      <div role="group" aria-label={words.hits} className={classes.groups}>
        {groups.map((group) => {
          const first = before
          before += group.hits.length
          return (
            <LookUpGroup
              key={group.kind}
              group={group}
              listId={LIST_ID}
              first={first}
              chosen={chosen}
              onOpen={(hit, at) => void open(hit, at)}
              onOnly={kind === null ? () => put({ kind: group.kind, at: undefined }) : null}
            />
          )
        })}
      </div>
      {kind === null ? null : (
        <button
          type="button"
          className={classes.more}
          onClick={() => put({ kind: undefined, at: undefined })}
        >
          {words.allKinds}
        </button>
      )}
      {isFilling && text !== '' ? (
        <p className={classes.nothing} role="status">
          {words.filling}
        </p>
      ) : null}
      {!isFilling && text !== '' && hits.length === 0 && settled && !found.isError ? (
        <p className={classes.nothing} role="status">
          {words.nothing(text)}
        </p>
      ) : null}
    </Page>
  )
}
