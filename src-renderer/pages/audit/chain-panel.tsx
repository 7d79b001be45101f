import { Button, Progress, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditCheck } from '#shared/contracts/console-engine/audit.ts'
import { auditHeadTextSchema } from '#shared/contracts/console-platform/contract.ts'
import { engine } from '../../engine-client/engine.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { Moment } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel } from '../../shell/page/panel.tsx'
import classes from './audit.module.css'

/** How often a running check is asked how far it is. */
const LOOK_MS = 300

/** Recomputes the chain here, and holds an entry that a document states against it. */
export function ChainPanel() {
  const texts = useTexts().audit.chain
  const failureText = useFailureText()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const check = useQuery({
    ...engine.audit.check.read.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_MS : false),
  })
  const follow = (state: AuditCheck) => queries.setQueryData(engine.audit.check.read.queryKey(), state)
  const begin = useMutation(engine.audit.check.begin.mutationOptions({ onSuccess: follow }))
  const stop = useMutation(engine.audit.check.stop.mutationOptions({ onSuccess: follow }))
  const noted = typed.trim() === '' ? null : auditHeadTextSchema.safeParse(typed)
  const isBad = noted !== null && !noted.success
  const isRunning = check.data?.state === 'running'
  return (
    <Panel title={texts.title} lead={texts.lead}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBad) begin.mutate({ noted: noted === null ? null : typed })
        }}
      >
        <TextInput
          className={classes.noted ?? ''}
          label={texts.noted}
          placeholder={texts.notedExample}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          error={isBad ? texts.notedBad : begin.isError ? failureText(begin.error) : null}
        />
        {isRunning ? (
          <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({})}>
            {texts.stop}
          </Button>
        ) : (
          <Button type="submit" loading={begin.isPending} disabled={isBad}>
            {texts.check}
          </Button>
        )}
      </form>
      <div role="status">{check.data === undefined ? null : <Standing check={check.data} />}</div>
    </Panel>
  )
}

function Standing({ check }: { readonly check: AuditCheck }) {
  const texts = useTexts().audit.chain
  switch (check.state) {
    case 'none':
      return null
    case 'running':
      return (
        <div className={classes.standing}>
          <Progress
            className={classes.progress ?? ''}
            value={check.total === 0 ? 0 : (check.done / check.total) * 100}
            aria-label={texts.title}
          />
          {texts.running(grouped(check.done), grouped(check.total))}
        </div>
      )
    case 'failed':
      return <p className={classes.standing}>{texts.failed[check.why]}</p>
    case 'done': {
      const { fault, entries, head } = check.verdict
      return (
        <div className={classes.standing} data-intact={fault === null}>
          {fault === null ? (
            <IconCircleCheck size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          <strong>
            {fault === null ? texts.whole(grouped(entries)) : texts[fault.kind](grouped(fault.sequence))}
          </strong>
          {fault === null ? (
            <span>
              {texts.head} <CopyId id={`${entries} · ${head}`} />
            </span>
          ) : (
            <span>
              {texts.before(grouped(entries))} {texts.whatNow}
            </span>
          )}
          <span className={classes.quiet}>
            {texts.at} <Moment at={check.at} />
          </span>
        </div>
      )
    }
  }
}
