import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '../../engine-client/engine.ts'
import { Ago } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { whyText } from '../../i18n/outcome-text.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { DecisionStateMark } from '../../shell/status/status-mark.tsx'
import classes from './today-page.module.css'

/** Decisions the platform did not apply, newest first. */
export function ReturnedCard() {
  const texts = useTexts()
  const { data } = useQuery(engine.sync.returned.queryOptions())
  if (data === undefined) return null
  return (
    <Panel title={texts.today.returned}>
      {data.length === 0 ? (
        <PanelNote>{texts.today.nothingReturned}</PanelNote>
      ) : (
        <div className={classes.lines}>
          {data.map((decision) => (
            <Link key={decision.commandId} to="/sync" hash={decision.commandId} className={classes.line}>
              <DecisionStateMark state={decision.state} />
              <span className={classes.name} title={decision.recordTitle}>
                {texts.commands.doing[decision.type]} · {decision.recordTitle}
              </span>
              <span>{whyText(texts, decision)}</span>
              <span className={classes.aside}>
                <Ago at={decision.createdAt} />
              </span>
            </Link>
          ))}
        </div>
      )}
    </Panel>
  )
}
