import { Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../../i18n/language-context.ts'
import { keyLabel } from '../keys/key-label.ts'
import type { Screen } from '../screens.ts'
import { Marked } from './marked.tsx'
import classes from './palette.module.css'
import { type PaletteEntry, usePaletteEntries } from './use-palette-entries.ts'

interface PaletteBoxProps {
  readonly screens: readonly Screen[]
  readonly onDone: () => void
}

/** A combobox over everything. Enter never opens what answers an older text: it waits for the new answer. */
export function PaletteBox({ screens, onDone }: PaletteBoxProps) {
  const texts = useTexts().shell.search
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [entered, setEntered] = useState(false)
  const { entries, settled } = usePaletteEntries(typed, screens)
  const at = Math.min(chosen, Math.max(0, entries.length - 1))

  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    onDone()
    entry.run()
  }
  const newest = useRef(() => run(entries[at]))
  useEffect(() => {
    newest.current = () => run(entries[at])
  })
  useEffect(() => {
    if (!entered || !settled) return
    setEntered(false)
    newest.current()
  }, [entered, settled])

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && entries.length > 0) setChosen((at + by + entries.length) % entries.length)
    else if (event.key === 'Enter') setEntered(true)
    else return
    event.preventDefault()
  }
  const type = (text: string) => {
    setTyped(text)
    setChosen(0)
    setEntered(false)
  }
  return (
    <div className={classes.box}>
      <div className={classes.search}>
        <IconSearch size={16} aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${at}`}
          aria-label={texts.open}
          className={classes.input}
          placeholder={texts.placeholder}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <div id={listId} role="listbox" aria-label={texts.open} className={classes.list}>
        {entries.map((entry, index) => (
          <Entry
            key={entry.key}
            id={`${listId}-${index}`}
            entry={entry}
            heading={entry.group === entries[index - 1]?.group ? null : texts[entry.group]}
            chosen={index === at}
            onChoose={() => run(entry)}
          />
        ))}
        {entries.length === 0 && settled ? <p className={classes.nothing}>{texts.nothing}</p> : null}
      </div>
      <footer className={classes.footer}>{texts.hint}</footer>
    </div>
  )
}

interface EntryProps {
  readonly id: string
  readonly entry: PaletteEntry
  readonly heading: string | null
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Entry({ id, entry, heading, chosen, onChoose }: EntryProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { icon: Icon } = entry
  return (
    <>
      {heading === null ? null : (
        <div role="presentation" className={classes.heading}>
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys */}
      <div
        ref={line}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        className={classes.entry}
        onClick={onChoose}
      >
        <Icon size={16} stroke={1.6} aria-hidden />
        <span className={classes.label} title={entry.label}>
          {entry.matched === null ? entry.label : <Marked text={entry.label} matched={entry.matched} />}
        </span>
        <span className={classes.about}>{entry.about}</span>
        {entry.keys === null
          ? null
          : keyLabel(entry.keys)
              .split(' ')
              .map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
      </div>
    </>
  )
}
