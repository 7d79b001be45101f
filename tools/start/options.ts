import { parseArgs } from 'node:util'

export interface StartOptions {
  /** The platform to work with; null starts the reference platform with demo data. */
  readonly platform: string | null
  readonly data: string | null
  readonly port: number | null
  readonly open: boolean
  /** Whether the platform may be one elsewhere without https. */
  readonly plainHttp: boolean
  /** Whether the demo begins anew. */
  readonly fresh: boolean
}

export const USAGE = `npm start -- [--platform URL] [--data DIR] [--port N] [--no-open] [--plain-http] [--fresh]

  --platform URL  work with this platform instead of the reference platform on this machine
  --data DIR      keep the data here (also MARKETDESK_DATA)
  --port N        port of the console in the browser
  --no-open       do not open the browser
  --plain-http    let the platform be one on another computer without https
  --fresh         begin the demo anew; the data of before is set aside, not deleted`

/** @throws {TypeError | RangeError} with what is wrong, in words */
export function startOptions(args: readonly string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      platform: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
      'plain-http': { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return 'help'
  if (values.fresh && values.platform !== undefined)
    throw new RangeError('--fresh begins the demo anew; it does not go with --platform.')
  return {
    platform: values.platform === undefined ? null : httpAddress(values.platform),
    data: values.data ?? null,
    port: values.port === undefined ? null : portNumber(values.port),
    open: values.open,
    plainHttp: values['plain-http'],
    fresh: values.fresh,
  }
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new RangeError(`--port ${text}: a number up to 65535 is needed.`)
  return port
}

function httpAddress(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new RangeError(`--platform ${text}: an http or https address is needed.`)
  }
  return url.origin
}
