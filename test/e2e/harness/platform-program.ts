import { join } from 'node:path'
import { freePort } from '../../../tools/start/free-port.ts'
import { Program } from './program.ts'

/** The reference platform with demo data. Stopped or killed, it can be started again on the same port and data. */
export class PlatformProgram {
  readonly #args: readonly string[]
  readonly url: string
  #program: Program | null = null

  private constructor(port: number, folder: string) {
    this.url = `http://127.0.0.1:${port}`
    this.#args = ['--demo', '--data', join(folder, 'platform'), '--port', String(port)]
  }

  static async start(folder: string): Promise<PlatformProgram> {
    const platform = new PlatformProgram(await freePort(0), folder)
    await platform.start()
    return platform
  }

  async start(): Promise<void> {
    this.#program = new Program('platform', this.#args)
    await this.#program.says(/Marketdesk platform at (\S+)/)
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
