import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { type LineCaseProps, OpenLine } from './open-line.tsx'

/** One bank line, once the engine has laid it out. Use it under a `key` of its id. */
export function LineCaseView(props: LineCaseProps) {
  const query = useQuery(engine.bank.lines.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenLine {...props} opened={query.data} />
}
