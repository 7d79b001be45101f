import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientNetwork, proxiesSchema, trustedProxies } from '#platform/http/client-network.ts'

function from(peer: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const incoming = new IncomingMessage(socket)
  if (forwardedFor !== undefined) incoming.headers['x-forwarded-for'] = forwardedFor
  return incoming
}

describe('the network a request comes from', () => {
  const ours = trustedProxies(['loopback', '10.0.0.0/8'])
  it.each([
    ['is its address', from('192.0.2.1'), '192.0.2.1'],
    ['is an IPv4 address however it is written', from('::ffff:192.0.2.1'), '192.0.2.1'],
    ['is the /64 of an IPv6 address', from('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64'],
    ['is what a trusted proxy says', from('127.0.0.1', '192.0.2.1'), '192.0.2.1'],
    [
      'is what the first proxy saw that is not trusted',
      from('10.1.1.1', '203.0.113.9, 192.0.2.1, 10.2.2.2'),
      '192.0.2.1',
    ],
    ['is what is said with a port', from('127.0.0.1', '192.0.2.1:50123'), '192.0.2.1'],
    ['is what is said in brackets', from('127.0.0.1', '[2001:db8::1]:443'), '2001:db8:0:0::/64'],
    ['is the proxy where it says nothing that is an address', from('127.0.0.1', 'unknown'), '127.0.0.1'],
    ['is not what anybody else says', from('192.0.2.1', '203.0.113.9'), '192.0.2.1'],
  ])('%s', (_, incoming, network) => {
    expect(clientNetwork(incoming, ours)).toBe(network)
  })

  it('believes no proxy unless one is named', () => {
    expect(clientNetwork(from('127.0.0.1', '192.0.2.1'), trustedProxies([]))).toBe('127.0.0.1')
  })

  it('is local where there is no socket', () => {
    expect(clientNetwork(undefined, ours)).toBe('local')
  })
})

it('takes addresses, networks and places as proxies, and says what it takes where it is given something else', () => {
  expect(proxiesSchema.parse(' loopback, 10.0.0.0/8,,2001:db8::/32 ')).toEqual([
    'loopback',
    '10.0.0.0/8',
    '2001:db8::/32',
  ])
  expect(proxiesSchema.parse('')).toEqual([])
  expect(proxiesSchema.safeParse('my-proxy').error?.issues[0]?.message).toMatch(/networks such as/)
})
