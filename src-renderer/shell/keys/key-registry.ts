import { type KeyMeaning, keyOf } from './key-meanings.ts'

/** A key of a screen, named by what it is for. */
export interface KeyBinding {
  readonly means: KeyMeaning
  /** What it does, as `?` and the palette say it. */
  readonly label: string
  readonly run: () => void
  /** Also while a text field has the focus; otherwise typing is left alone. */
  readonly whileTyping?: boolean
  /** Left out of the palette where it means nothing there, like moving a cursor. */
  readonly hidden?: boolean
}

export type KeyScope = 'screen' | 'everywhere'
export interface KeyGroup {
  readonly scope: KeyScope
  readonly bindings: readonly KeyBinding[]
}

/** The groups with what of them works: a key has the meaning of the group added last. */
export function inForce(groups: readonly KeyGroup[]): KeyGroup[] {
  const taken = new Set<KeyMeaning>()
  const working: KeyGroup[] = []
  for (const group of groups.toReversed()) {
    const bindings = group.bindings.filter(({ means }) => !taken.has(means))
    for (const { means } of bindings) taken.add(means)
    working.unshift({ scope: group.scope, bindings })
  }
  return working
}

const CHORD_MS = 1_000

/** Which keys mean what at the moment; the group added last wins. */
export class KeyRegistry {
  #groups: readonly KeyGroup[] = []
  #chord: { readonly first: string; readonly at: number } | null = null
  readonly #listeners = new Set<() => void>()

  get groups(): readonly KeyGroup[] {
    return this.#groups
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Adds a group until the returned function is called. */
  add(group: KeyGroup): () => void {
    this.#set([...this.#groups, group])
    return () => this.#set(this.#groups.filter((other) => other !== group))
  }

  /** The binding a key press stands for now; `at` in ms decides whether it ends a chord. */
  find(pressed: string, typing: boolean, at: number): KeyBinding | null {
    const chord =
      this.#chord !== null && at - this.#chord.at < CHORD_MS ? `${this.#chord.first} ${pressed}` : null
    this.#chord = null
    const bindings = this.#groups.toReversed().flatMap((group) => group.bindings)
    const usable = bindings.filter((binding) => !typing || binding.whileTyping === true)
    const found =
      usable.find(({ means }) => chord !== null && keyOf(means) === chord) ??
      usable.find(({ means }) => keyOf(means) === pressed)
    if (found !== undefined) return found
    if (usable.some(({ means }) => keyOf(means).startsWith(`${pressed} `)))
      this.#chord = { first: pressed, at }
    return null
  }

  #set(groups: readonly KeyGroup[]): void {
    this.#groups = groups
    for (const listener of this.#listeners) listener()
  }
}

/** Names a key press as bindings do; null for a modifier alone. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | null {
  if (['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) return null
  const key = event.key === ' ' ? 'Space' : event.key
  const mod = event.ctrlKey || event.metaKey
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${mod ? key.toLowerCase() : key}`
}
