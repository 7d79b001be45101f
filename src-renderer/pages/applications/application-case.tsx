import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { OpenApplication } from './open-application.tsx'

export interface CaseProps {
  readonly id: string
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  /** The case after this one in the queue as it stands now. */
  readonly nextId: () => string | null
  /** Shows another case; null closes this one. */
  readonly onShow: (id: string | null) => void
}

/** One application, once the engine has laid it out. Use it under a `key` of its id. */
export function ApplicationCaseView(props: CaseProps) {
  const query = useQuery(engine.applications.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenApplication {...props} opened={query.data} />
}
