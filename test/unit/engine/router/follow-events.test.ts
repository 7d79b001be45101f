import { describe, expect, it } from 'vitest'
import { EngineEvents } from '#main/engine/engine-events.ts'
import { followEvents } from '#main/engine/router/follow-events.ts'
import type { EngineEvent, SyncStatus } from '#shared/contracts/console-engine/sync.ts'

const status = (position: number): SyncStatus => ({
  state: 'live',
  snapshotProgress: null,
  position,
  confirmedAt: null,
  outboxWaiting: 0,
  returned: 0,
  lastError: null,
})

describe('the events of one page', () => {
  it('wait, merged to one of each kind, while the page does not take them', async () => {
    const events = new EngineEvents()
    const stop = new AbortController()
    const following = followEvents(events, stop.signal)
    for (let position = 0; position < 10_000; position++) {
      events.emit({ kind: 'sync', status: status(position) })
      events.emit({ kind: 'changed' })
      events.emit({ kind: 'session' })
    }
    const taken: (EngineEvent | undefined)[] = []
    for (let count = 0; count < 3; count++) taken.push((await following.next()).value ?? undefined)
    expect(taken).toEqual([{ kind: 'session' }, { kind: 'changed' }, { kind: 'sync', status: status(9999) }])
    const waiting = following.next()
    stop.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
  })

  it('end at once where the page has already gone, and leave no listener behind', async () => {
    const events = new EngineEvents()
    const gone = followEvents(events, AbortSignal.abort())
    expect((await gone.next()).done).toBe(true)
    const other = followEvents(events, undefined)
    const first = other.next()
    events.emit({ kind: 'session' })
    expect((await first).value).toEqual({ kind: 'session' })
    expect((await other.return()).done).toBe(true)
    expect((await other.next()).done).toBe(true)
  })
})
