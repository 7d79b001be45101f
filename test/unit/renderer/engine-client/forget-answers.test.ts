import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { forgetAnswers } from '#renderer/engine-client/forget-answers.ts'

test('when the person changes, what was seen is gone and what is shown is asked again', async () => {
  const queries = new QueryClient()
  queries.setQueryData(['seen before'], 'of the person before')
  const ask = vi.fn(() => Promise.resolve('shown'))
  const stop = new QueryObserver(queries, { queryKey: ['shown'], queryFn: ask }).subscribe(() => undefined)
  await vi.waitFor(() => expect(queries.getQueryData(['shown'])).toBe('shown'))

  forgetAnswers(queries)

  expect(queries.getQueryData(['seen before'])).toBeUndefined()
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
  stop()
})

test('an answer that is asked for the first time while the person changes is asked again: it may be of the one before', async () => {
  const queries = new QueryClient()
  const waiting: ((answer: string) => void)[] = []
  const ask = vi.fn(() => new Promise<string>((resolve) => waiting.push(resolve)))
  const told = vi.fn()
  const observer = new QueryObserver(queries, { queryKey: ['shown'], queryFn: ask, retry: false })
  const stop = observer.subscribe(({ data }) => told(data))

  forgetAnswers(queries)

  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
  waiting[0]?.('of the person before')
  waiting[1]?.('of the one who is here')
  await vi.waitFor(() => expect(queries.getQueryData(['shown'])).toBe('of the one who is here'))
  expect(told).not.toHaveBeenCalledWith('of the person before')
  stop()
})
