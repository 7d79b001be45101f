import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BROWSERS_PATH, browserCountSchema } from '#shared/contracts/console-engine/transport.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { Panel } from '../../shell/page/panel.tsx'

const KEY = ['browsers']

/** Browsers that were let in to this console, and a way to end the others. Nothing in a window of its own. */
export function Browsers() {
  const words = useTexts().settings.browsers
  const client = useQueryClient()
  const known = useQuery({ queryKey: KEY, queryFn: () => ask('GET'), retry: false, staleTime: 0 })
  const ending = useMutation({
    mutationFn: () => ask('POST'),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  })
  if (known.data === undefined) return null
  const { count } = known.data
  return (
    <Panel
      title={words.title}
      aside={
        count > 1 ? (
          <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
            {words.endOthers(count - 1)}
          </Button>
        ) : null
      }
    >
      <Facts facts={[[words.letIn, words.count(count)]]} />
    </Panel>
  )
}

async function ask(method: 'GET' | 'POST') {
  const response = await fetch(BROWSERS_PATH, { method })
  return browserCountSchema.parse(await response.json())
}
