import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { Page } from '../../shell/page/page.tsx'
import { Certificates } from './certificates.tsx'
import { Others } from './others.tsx'
import { Outbox } from './outbox.tsx'
import { Rebuild } from './rebuild.tsx'
import { Returned } from './returned.tsx'
import { SyncFacts } from './sync-facts.tsx'
import classes from './sync-page.module.css'

/** 同步: what is on its way, what came back, and the proof that this copy equals the platform. */
export function SyncPage() {
  const texts = useTexts()
  const queries = useQueryClient()
  const status = useQuery(engine.sync.status.queryOptions())
  const now = useMutation(
    engine.sync.now.mutationOptions({
      onSuccess: (next) => queries.setQueryData(engine.sync.status.queryKey(), next),
    }),
  )
  const run = () => now.mutate(undefined)
  useKeys([{ means: 'sync-now', label: texts.sync.now, run }])
  return (
    <Page
      title={texts.shell.screens.sync}
      scrolls
      actions={
        <Button leftSection={<IconRefresh size={14} aria-hidden />} loading={now.isPending} onClick={run}>
          {texts.sync.now}
        </Button>
      }
    >
      <div className={classes.stack}>
        {status.data === undefined ? null : <SyncFacts status={status.data} />}
        <Returned />
        <Outbox />
        <Others />
        <Certificates />
        <Rebuild />
      </div>
    </Page>
  )
}
