import { describe, expect, test } from 'vitest'
import { newsSince, seenOf } from '#renderer/review/forms/moved.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'

const step = (actor: string, at: string, action = 'application.assign'): HistoryEntry => ({
  at,
  actor,
  actorName: actor,
  action,
  noteToVendor: null,
  internalNote: null,
  reasons: [],
})
const FIRST = step('vendor', '2026-11-01T00:00:00.000Z', 'vendor.submit')
const THEIRS = step('chen', '2026-11-02T00:00:00.000Z', 'application.reject')
const MINE = step('me', '2026-11-02T00:00:00.000Z')
const isMine = ({ actor }: HistoryEntry) => actor === 'me'
const seen = seenOf({ version: 1, history: [FIRST] })

describe('a case whose form is open', () => {
  test('is told what another did to it', () => {
    const news = newsSince(seen, { version: 2, history: [FIRST, THEIRS] }, isMine)
    expect(news).toEqual({ steps: [THEIRS], changed: true })
  })

  test('is not told what one did oneself, nor that it was taken back', () => {
    const mine = { version: 2, history: [FIRST, MINE] }
    expect(newsSince(seen, mine, isMine)).toEqual({ steps: [], changed: false })
    expect(newsSince(seenOf(mine), { version: 1, history: [FIRST] }, isMine).changed).toBe(false)
  })

  test('is told what another did in place of a step of one’s own that came back', () => {
    const seenWithMine = seenOf({ version: 2, history: [FIRST, MINE] })
    expect(newsSince(seenWithMine, { version: 2, history: [FIRST, THEIRS] }, isMine).steps).toEqual([THEIRS])
  })

  test('is told that it changed where the record says not by whom', () => {
    expect(newsSince(seen, { version: 2, history: [FIRST] }, isMine)).toEqual({ steps: [], changed: true })
  })
})
