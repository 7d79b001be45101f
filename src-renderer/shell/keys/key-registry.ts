/** A key of a screen: `j`, `Enter`, `mod+k` (Ctrl, on a Mac Cmd), `g t` for one after the other. */
export interface KeyBinding {
  readonly keys: string
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
      usable.find((binding) => chord !== null && binding.keys === chord) ??
      usable.find((binding) => binding.keys === pressed)
    if (found !== undefined) return found
    if (usable.some((binding) => binding.keys.startsWith(`${pressed} `))) this.#chord = { first: pressed, at }
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
