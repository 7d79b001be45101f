import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '#renderer/engine-client/query-client.ts'
import { createRefresh } from '#renderer/engine-client/refresh-answers.ts'

const QUEUE = [['applications', 'list'], { type: 'query' }]
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A question that is shown: its answer is what `truth` was when it was asked, given once `answer` is called. */
function shown(queries: QueryClient, key: readonly unknown[], ask: () => Promise<unknown>) {
  const told = vi.fn()
  const observer = new QueryObserver(queries, { queryKey: key, queryFn: ask })
  stops.push(observer.subscribe(({ data }) => told(data)))
  return told
}

/** Answers one at a time, when told to. */
function slowly(truth: () => unknown) {
  const waiting: (() => void)[] = []
  const ask = vi.fn(() => {
    const asked = truth()
    return new Promise<unknown>((resolve) => waiting.push(() => resolve(asked)))
  })
  return { ask, answer: () => waiting.shift()?.() }
}

describe('answers after a change', () => {
  it('are never older than the last change, however many come while they are asked', async () => {
    const queries = createQueryClient()
    let truth = 0
    const { ask, answer } = slowly(() => truth)
    shown(queries, QUEUE, ask)
    const refresh = createRefresh(queries, [], () => Promise.resolve())
    for (truth = 1; truth <= 500; truth++) refresh()
    truth = 500
    await vi.waitFor(() => {
      answer()
      expect(queries.getQueryData(QUEUE)).toBe(500)
    })
    expect(ask.mock.calls.length).toBeLessThan(5)
  })

  it('replace one that was under way when the change came', async () => {
    const queries = createQueryClient()
    let truth = 'before'
    const { ask, answer } = slowly(() => truth)
    shown(queries, QUEUE, ask)
    truth = 'after'
    createRefresh(queries, [], () => Promise.resolve())()
    await vi.waitFor(() => {
      answer()
      expect(queries.getQueryData(QUEUE)).toBe('after')
    })
  })

  it('draw nothing where they are the same', async () => {
    const queries = createQueryClient()
    const ask = vi.fn(() => Promise.resolve({ rows: [{ id: 'a', name: '甲' }] }))
    shown(queries, QUEUE, ask)
    await vi.waitFor(() => expect(queries.getQueryData(QUEUE)).toBeDefined())
    const before = queries.getQueryData(QUEUE)
    createRefresh(queries, [], () => Promise.resolve())()
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
    await vi.waitFor(() => expect(queries.isFetching()).toBe(0))
    expect(queries.getQueryData(QUEUE)).toBe(before)
  })

  it('that are not shown wait until they are', async () => {
    const queries = createQueryClient()
    queries.setQueryData(QUEUE, 'old')
    createRefresh(queries, [], () => Promise.resolve())()
    const ask = vi.fn(() => Promise.resolve('new'))
    shown(queries, QUEUE, ask)
    await vi.waitFor(() => expect(queries.getQueryData(QUEUE)).toBe('new'))
  })

  it('of other things than records are left alone', async () => {
    const queries = new QueryClient()
    const file = vi.fn(() => Promise.resolve('bytes'))
    const drawn = vi.fn(() => Promise.resolve('page'))
    const queue = vi.fn(() => Promise.resolve('rows'))
    shown(queries, [['files', 'read'], {}], file)
    shown(queries, ['pdf', 1], drawn)
    shown(queries, QUEUE, queue)
    await vi.waitFor(() => expect(queries.isFetching()).toBe(0))
    createRefresh(queries, [[['files']]], () => Promise.resolve())()
    await vi.waitFor(() => expect(queue).toHaveBeenCalledTimes(2))
    expect([file.mock.calls.length, drawn.mock.calls.length]).toEqual([1, 1])
  })
})
