import { join } from 'node:path'
import { z } from 'zod'
import { freePort } from '../../../tools/start/free-port.ts'
import { Program } from './program.ts'

const readySchema = z.object({ address: z.url() })

export interface ConsoleSetting {
  readonly platformUrl: string
  /** How long a decision can be undone before it leaves. */
  readonly undoSeconds: number
}

/** The console as the browser host. Killed, it can be started again on the same port and data. */
export class ConsoleProgram {
  readonly #args: readonly string[]
  readonly origin: string
  #program: Program | null = null
  #address = ''

  private constructor(port: number, folder: string, { platformUrl, undoSeconds }: ConsoleSetting) {
    this.origin = `http://127.0.0.1:${port}`
    this.#args = [
      ...['--platform', platformUrl, '--data', join(folder, 'console'), '--port', String(port)],
      ...['--undo-seconds', String(undoSeconds)],
    ]
  }

  static async start(folder: string, setting: ConsoleSetting): Promise<ConsoleProgram> {
    const console = new ConsoleProgram(await freePort(0), folder, setting)
    await console.start()
    return console
  }

  /** The address that lets one browser in, once; a new one after each start. */
  get address(): string {
    return this.#address
  }

  async start(): Promise<void> {
    this.#program = new Program('browser-host', this.#args)
    this.#address = readySchema.parse(await this.#program.message()).address
  }

  /** Another address, as printed when Enter is pressed on the terminal; with `+` the browsers let in before stay. */
  async freshAddress(typed: '' | '+' = '+'): Promise<string> {
    if (this.#program === null) throw new Error('The console does not run.')
    const after = this.#program.output.length
    this.#program.type(typed)
    return this.#program.says(/Marketdesk: (\S+)/, after)
  }

  async stop(): Promise<void> {
    await this.#program?.stop()
    this.#program = null
  }

  async kill(): Promise<void> {
    await this.#program?.kill()
    this.#program = null
  }
}
