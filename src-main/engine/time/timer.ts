import type { Clock } from './clock.ts'

/** One appointment at a time: a new one replaces the old. */
export class Timer {
  readonly #clock: Clock
  readonly #run: () => void
  #cancel: (() => void) | null = null

  constructor(clock: Clock, run: () => void) {
    this.#clock = clock
    this.#run = run
  }

  in(milliseconds: number): void {
    this.cancel()
    this.#cancel = this.#clock.after(milliseconds, () => {
      this.#cancel = null
      this.#run()
    })
  }

  cancel(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}
