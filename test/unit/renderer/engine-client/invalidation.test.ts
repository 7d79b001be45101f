import { expect, test } from 'vitest'
import { partsToRefresh } from '#renderer/engine-client/invalidation.ts'

test('a changed kind of record refreshes each answer that shows it, once', () => {
  expect(partsToRefresh({ kind: 'records', kinds: ['application', 'listingVersion'] })).toEqual([
    'applications',
    'providers',
    'find',
    'today',
    'listings',
  ])
})

test('another session refreshes everything, the state of sync nothing', () => {
  expect(partsToRefresh({ kind: 'session' })).toBe('everything')
  expect(
    partsToRefresh({
      kind: 'sync',
      status: {
        state: 'live',
        snapshotProgress: null,
        position: 1,
        confirmedAt: null,
        outboxWaiting: 0,
        returned: 0,
        lastError: null,
      },
    }),
  ).toEqual([])
})
