import { useSyncExternalStore } from 'react'

/** Something of the frame that is open or closed and can be asked for from anywhere. */
export class Flag {
  #on = false
  readonly #listeners = new Set<() => void>()

  get on(): boolean {
    return this.#on
  }

  set = (on: boolean): void => {
    this.#on = on
    for (const listener of this.#listeners) listener()
  }

  toggle = (): void => this.set(!this.#on)

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export const keysPanel = new Flag()
export const palette = new Flag()
/** Somebody wants to sign out: see sign-out-dialog.tsx. */
export const signingOut = new Flag()

/** Whether a flag is on now. */
export function useFlag(flag: Flag): boolean {
  return useSyncExternalStore(flag.subscribe, () => flag.on)
}
