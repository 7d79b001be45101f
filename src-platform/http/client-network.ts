import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'

/** Whether a hop is a proxy of the company, whose word on where a request comes from is taken. */
export type IsOurProxy = (address: string, hop: number) => boolean

/** Reads which proxies are trusted, see `proxiesSchema`. @throws TypeError where one is none of these */
export function trustedProxies(named: readonly string[]): IsOurProxy {
  return proxyAddr.compile([...named])
}

/** Addresses, networks (`10.0.0.0/8`), or `loopback`, `linklocal`, `uniquelocal`, parted by commas. */
export const proxiesSchema = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((named) => named.trim())
      .filter((named) => named !== ''),
  )
  .refine(
    arePlaces,
    'proxies are addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  )

function arePlaces(named: readonly string[]): boolean {
  try {
    trustedProxies(named)
    return true
  } catch {
    return false
  }
}

/**
 * The network a request comes from: its address, of IPv6 the /64 that one customer has. Behind a trusted proxy it is what
 * that proxy says in `X-Forwarded-For`; from anybody else that header says nothing. `local` where it came over no socket.
 */
export function clientNetwork(incoming: IncomingMessage | undefined, isOurProxy: IsOurProxy): string {
  const peer = incoming?.socket?.remoteAddress
  if (incoming === undefined || peer === undefined) return 'local'
  return networkOf(proxyAddr(incoming, isOurProxy)) ?? networkOf(peer) ?? peer
}

function networkOf(text: string): string | null {
  const address = withoutPort(text)
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}

/** Some proxies write the port beside the address. */
function withoutPort(text: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
}
