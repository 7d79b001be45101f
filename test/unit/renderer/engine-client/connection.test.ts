import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EngineConnection } from '#renderer/engine-client/connection.ts'
import type { EngineLine } from '#renderer/engine-client/engine-line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function breakable(): { line: EngineLine; cut: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { line: { link: { call: () => Promise.resolve() }, closed: promise }, cut: () => resolve() }
}

test('a broken line is opened again, and everyone is told', async () => {
  const [first, second] = [breakable(), breakable()]
  const open = vi
    .fn<() => Promise<EngineLine>>()
    .mockResolvedValueOnce(first.line)
    .mockRejectedValueOnce(new Error('not yet'))
    .mockResolvedValueOnce(second.line)
  const connection = new EngineConnection(open)
  const states: string[] = [connection.state]
  connection.subscribe(() => states.push(connection.state))

  expect(await connection.line()).toBe(first.line)
  first.cut()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await connection.line()).toBe(second.line)
  expect(states).toEqual(['connecting', 'open', 'gone', 'open'])
})

test('whoever asks while there is no line waits for the next one', async () => {
  const { line } = breakable()
  const open = vi
    .fn<() => Promise<EngineLine>>()
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValue(line)
  const connection = new EngineConnection(open)
  const asked = connection.line()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await asked).toBe(line)
})
