import { describe, expect, it } from 'vitest'
import { backoff } from '#main/engine/time/backoff.ts'
import { SingleFlight } from '#main/engine/time/single-flight.ts'

describe('backoff', () => {
  it('doubles up to a minute, half of it by chance', () => {
    expect([1, 2, 3, 20].map((failures) => backoff(failures, () => 0))).toEqual([500, 1000, 2000, 30_000])
    expect([1, 2, 3, 20].map((failures) => backoff(failures, () => 1))).toEqual([1000, 2000, 4000, 60_000])
  })
})

describe('a single flight', () => {
  it('answers whoever asks while it runs by one further run', async () => {
    const gates: (() => void)[] = []
    const flight = new SingleFlight(() => new Promise((resolve) => gates.push(resolve)))
    const first = flight.request()
    const second = flight.request()
    const third = flight.request()
    expect(second).toBe(third)
    expect(gates).toHaveLength(1)
    gates[0]?.()
    await first
    await Promise.resolve()
    expect(gates).toHaveLength(2)
    gates[1]?.()
    await third
    await flight.idle()
    expect(gates).toHaveLength(2)
  })
})
