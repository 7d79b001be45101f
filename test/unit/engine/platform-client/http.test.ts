import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createHttp } from '#main/engine/platform-client/http.ts'
import { type WakeSign, wakeSigns } from '#main/engine/platform-client/wake-stream.ts'
import { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'

const REQUEST = { method: 'GET', path: '/v1/me', timeLimitMs: 1000 } as const
const ANSWER = z.object({ ok: z.boolean() })

function http(fetcher: typeof fetch, closed = new AbortController()) {
  const clock = new ManualClock()
  return { clock, closed, http: createHttp('http://platform.test', fetcher, clock, closed.signal) }
}

/** Answers only when it is aborted. */
const silent: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })

describe('an answer', () => {
  it('is parsed', async () => {
    const { http: client } = http(async () => Response.json({ ok: true, more: 1 }))
    expect(await client.json(REQUEST, ANSWER)).toEqual({ ok: true })
  })

  it.each([
    [401, 'unauthorized'],
    [403, 'refused'],
    [404, 'refused'],
    [426, 'client-too-old'],
    [429, 'throttled'],
    [500, 'server'],
    [503, 'server'],
  ])('of status %i fails as %s', async (status, kind) => {
    const { http: client } = http(async () => Response.json({}, { status }))
    await expect(client.json(REQUEST, ANSWER)).rejects.toMatchObject({ kind })
  })

  it.each([
    ['not JSON', () => new Response('<html>')],
    ['another shape', () => Response.json({ ok: 'yes' })],
  ])('that is %s fails as server', async (_, answer) => {
    const { http: client } = http(async () => answer())
    await expect(client.json(REQUEST, ANSWER)).rejects.toMatchObject({ kind: 'server' })
  })

  it('that tells when to come again is believed', async () => {
    const body = { data: { retryAfterSeconds: 7 } }
    const { http: client } = http(async () => Response.json(body, { status: 429 }))
    await expect(client.json(REQUEST, ANSWER)).rejects.toMatchObject({ retryAfterSeconds: 7 })
  })

  it('larger than the limit is not read to its end', async () => {
    const { http: client } = http(async () => new Response(new Uint8Array(100)))
    await expect(client.bytes(REQUEST, 99)).rejects.toMatchObject({ kind: 'server' })
    expect(await client.bytes(REQUEST, 100)).toHaveLength(100)
  })
})

describe('no answer', () => {
  it('from a broken connection fails as offline', async () => {
    const { http: client } = http(async () => Promise.reject(new TypeError('fetch failed')))
    await expect(client.json(REQUEST, ANSWER)).rejects.toMatchObject({ kind: 'offline' })
  })

  it('in time fails as timeout', async () => {
    const { http: client, clock } = http(silent)
    const asked = client.json(REQUEST, ANSWER)
    clock.advance(1000)
    await expect(asked).rejects.toMatchObject({ kind: 'timeout' })
  })

  it('is waited for once the engine closes', async () => {
    const { http: client, closed } = http(silent)
    const asked = client.json(REQUEST, ANSWER)
    closed.abort()
    await expect(asked).rejects.toMatchObject({ kind: 'offline' })
  })
})

describe('the event stream', () => {
  it('gives positions, and a sign of life for everything else', async () => {
    const parts = [
      'data: {"posi',
      'tion":3}\n\n: next within 3000 ms\n',
      'data: nonsense\r\ndata: {"position":4}\n',
    ]
    const { body } = new Response(parts.join(''))
    const told: WakeSign[] = []
    if (body !== null) for await (const sign of wakeSigns(body)) told.push(sign)
    expect(told.flatMap(({ position }) => position ?? [])).toEqual([3, 4])
    expect(told.flatMap(({ nextWithinMs }) => nextWithinMs ?? [])).toEqual([3000])
  })
})
