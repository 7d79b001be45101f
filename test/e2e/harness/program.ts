import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** A built program of ours that runs as it does for a user, in a process of its own. */
export class Program {
  readonly #name: string
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #output = ''

  constructor(name: 'platform' | 'browser-host', args: readonly string[]) {
    const file = `out/node/${name}.js`
    if (!existsSync(`${ROOT}/${file}`)) throw new Error(`${file} is missing: run "npm run build" first.`)
    this.#name = name
    this.#child = spawn(process.execPath, ['--import', './tools/stop-with-parent.mjs', file, ...args], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    })
    this.#ended = once(this.#child, 'exit')
    const keep = (text: Buffer) => {
      this.#output = (this.#output + text.toString()).slice(-20_000)
    }
    this.#child.stdout?.on('data', keep)
    this.#child.stderr?.on('data', keep)
  }

  /** What it said so far on its terminal. */
  get output(): string {
    return this.#output
  }

  /** The first message it sends to whoever started it. */
  async message(): Promise<unknown> {
    const message = once(this.#child, 'message').then(([said]) => said)
    return Promise.race([message, this.#ended.then(() => this.#fail())])
  }

  /** The first match in what it says on its terminal, after a place in `output`. */
  async says(pattern: RegExp, after = 0): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.#output.slice(after))
      if (found !== null) return found[1] ?? found[0]
      const more = once(this.#child.stdout ?? this.#child, 'data')
      await Promise.race([more, this.#ended.then(() => this.#fail())])
    }
  }

  /** Types a line on its terminal. */
  type(line: string): void {
    this.#child.stdin?.write(`${line}\n`)
  }

  /** As by Ctrl+C; waits until it has ended. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#ended
  }

  /** As by a power cut: no chance to clean up. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  #fail(): never {
    throw new Error(`The ${this.#name} ended early. It said:\n${this.#output}`)
  }
}
