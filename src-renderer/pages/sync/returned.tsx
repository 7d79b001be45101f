import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { whyText } from '../../i18n/outcome-text.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { DecisionStateMark } from '../../shell/status/status-mark.tsx'
import { changeCount, DecisionChanges } from '../../values/decision-changes.tsx'
import { LabelledValues } from '../../values/labelled-values.tsx'
import classes from './sync-page.module.css'

/** The inbox of decisions the platform did not apply. */
export function Returned() {
  const texts = useTexts().sync
  const { data } = useQuery(engine.sync.returned.queryOptions())
  if (data === undefined) return null
  return (
    <Panel title={texts.returned} {...(data.length === 0 ? {} : { lead: texts.returnedLead })}>
      {data.length === 0 ? <PanelNote>{texts.returnedEmpty}</PanelNote> : null}
      {data.map((decision) => (
        <Decision key={decision.commandId} decision={decision} />
      ))}
    </Panel>
  )
}

function Decision({ decision }: { readonly decision: ReturnedDecision }) {
  const texts = useTexts()
  const discard = useMutation(engine.sync.discard.mutationOptions())
  const { said } = decision
  return (
    <article id={decision.commandId} className={classes.decision}>
      <header className={classes.decisionHead}>
        <DecisionStateMark state={decision.state} />
        <h3 className={classes.decisionTitle}>
          {texts.commands.doing[decision.type]} · {decision.recordTitle}
        </h3>
        <span className={classes.quiet}>
          <Moment at={decision.createdAt} />
        </span>
        <div className={classes.decisionButtons}>
          <Button
            variant="default"
            loading={discard.isPending}
            onClick={() => discard.mutate({ commandId: decision.commandId })}
          >
            {texts.sync.discard}
          </Button>
          <Button
            renderRoot={(props) => (
              <RecordLink kind={decision.recordKind} id={decision.recordId} {...props} />
            )}
          >
            {texts.sync.decideAgain}
          </Button>
        </div>
      </header>
      <p className={classes.why}>
        {texts.sync.why}: {whyText(texts, decision)}
      </p>
      {said === null ? <p className={classes.quiet}>{texts.sync.unreadable}</p> : null}
      {said === null || said.length === 0 ? null : <LabelledValues values={said} />}
      <DecisionChanges decision={decision} />
      {decision.seen || changeCount(decision) > 0 ? null : (
        <p className={classes.quiet}>{texts.sync.noFields}</p>
      )}
    </article>
  )
}
