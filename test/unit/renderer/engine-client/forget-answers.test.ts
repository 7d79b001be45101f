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
