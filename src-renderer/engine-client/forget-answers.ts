import type { QueryClient } from '@tanstack/react-query'

/** Another person may sit here now: nothing that was answered before may be seen again, what is shown is asked anew. */
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ type: 'inactive' })
  // An answer under way for the first time is not asked again while it is under way, and is of the person before.
  void queries.cancelQueries().then(() => queries.invalidateQueries())
}
