import { useEffect, useRef } from 'react'
import type { Found, FoundGroup } from '#shared/contracts/console-engine/desk.ts'
import { shortId } from '../../format/short-id.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { foundIcon } from '../../routes/record-places.ts'
import { aboutWithin, foundKindName } from '../../shell/palette/found.ts'
import { Marked, showsMatch } from '../../shell/palette/marked.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import classes from './look-up.module.css'

interface LookUpGroupProps {
  readonly group: FoundGroup
  readonly listId: string
  /** The place of its first hit among all. */
  readonly first: number
  readonly chosen: number
  readonly onOpen: (hit: Found, at: number) => void
  /** Shows this kind alone; null where it is the only one. */
  readonly onOnly: (() => void) | null
}

/** The id of the list that holds the hits of one kind. */
export function listOfKind(listId: string, kind: FoundGroup['kind']): string {
  return `${listId}-${kind}`
}

/** Hits of one kind. */
export function LookUpGroup({ group, listId, first, chosen, onOpen, onOnly }: LookUpGroupProps) {
  const texts = useTexts()
  const name = foundKindName(texts, group.kind)
  return (
    <section className={classes.group}>
      <h2 className={classes.kind}>{name}</h2>
      <div id={listOfKind(listId, group.kind)} role="listbox" aria-label={name}>
        {group.hits.map((hit, index) => (
          <Hit
            key={hit.id}
            id={`${listId}-${first + index}`}
            hit={hit}
            isChosen={first + index === chosen}
            onOpen={() => onOpen(hit, first + index)}
          />
        ))}
      </div>
      {group.more && onOnly !== null ? (
        <button type="button" className={classes.more} onClick={onOnly}>
          {texts.lookUp.more(name)}
        </button>
      ) : null}
    </section>
  )
}

interface HitProps {
  readonly id: string
  readonly hit: Found
  readonly isChosen: boolean
  readonly onOpen: () => void
}

function Hit({ id, hit, isChosen, onOpen }: HitProps) {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const Icon = foundIcon(hit.kind)
  const title = hit.title === '' ? texts.bankLines.noName : hit.title
  const about = aboutWithin(texts, hit, marketplaceName)
  const isById = hit.matched.text === hit.id
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={classes.hit}
      onClick={onOpen}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={classes.title} title={title}>
        <Marked text={title} matched={hit.matched} />
      </span>
      <span className={classes.about} title={about}>
        <Marked text={about} matched={hit.matched} />
      </span>
      {showsMatch(title, hit.matched) || showsMatch(about, hit.matched) || isById ? null : (
        <span className={classes.by}>
          <Marked text={hit.matched.text} matched={hit.matched} />
        </span>
      )}
      <span className={classes.id} title={hit.id}>
        {isById ? <Marked text={hit.id} matched={hit.matched} /> : shortId(hit.id)}
      </span>
    </div>
  )
}
