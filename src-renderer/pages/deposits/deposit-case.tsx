import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { OpenDeposit } from './open-deposit.tsx'

/** One deposit, once the engine has laid it out. Use it under a `key` of its id. */
export function DepositCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.deposits.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenDeposit {...props} opened={query.data} />
}
