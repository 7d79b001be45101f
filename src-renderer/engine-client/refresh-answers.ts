import { partialMatchKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

/** Between two rounds, so that a page leaves the engine free while a flood of changes comes in. */
const REST_MS = 250

/**
 * Answers after something changed: what is shown is asked again at once, the rest when it is shown. One round at a
 * time; whatever changes meanwhile makes one more round after it, so that nothing shown stays older than the last
 * change. Answers that are equal are the same object again and draw nothing. `kept` are answers of other things
 * than records; whoever adds a question need not name it.
 */
export function createRefresh(
  queries: QueryClient,
  kept: readonly QueryKey[],
  rest: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, REST_MS)),
): () => void {
  let isRunning = false
  let isBehind = false
  const ofRecords = (key: QueryKey) =>
    Array.isArray(key[0]) && !kept.some((prefix) => partialMatchKey(key, prefix))
  const run = async () => {
    isRunning = true
    while (isBehind) {
      // An answer that is asked for the first time is not asked again while it is under way: it may be too old.
      isBehind = queries
        .getQueryCache()
        .findAll({ fetchStatus: 'fetching', predicate: ({ queryKey }) => ofRecords(queryKey) })
        .some(({ state }) => state.data === undefined)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => ofRecords(queryKey) })
      await rest()
    }
    isRunning = false
  }
  return () => {
    isBehind = true
    if (!isRunning) void run()
  }
}
