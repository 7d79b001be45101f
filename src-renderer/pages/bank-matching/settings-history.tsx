import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { LabelledValues } from '#renderer/values/labelled-values.tsx'
import type { SettingsSet } from '#shared/contracts/console-engine/bank-reports.ts'
import classes from './bank-matching.module.css'

interface SettingsHistoryProps {
  readonly history: readonly SettingsSet[]
  /** Id of the settings that the address names. */
  readonly shown: string | null
}

/** Who set matching for this marketplace, when, why and to what; the newest holds. */
export function SettingsHistory({ history, shown }: SettingsHistoryProps) {
  const texts = useTexts().bankMatching.history
  return (
    <Panel title={texts.title}>
      {history.length === 0 ? (
        <PanelNote>{texts.none}</PanelNote>
      ) : (
        <ol className={classes.history} reversed>
          {history.map(({ id, number, byName, at, pending, changed, reason }, index) => (
            <li key={id} value={number} aria-current={id === shown}>
              <div>
                <strong>{byName}</strong> <Moment at={at} />{' '}
                {index === 0 ? <span className={classes.holds}>{texts.holds}</span> : null}{' '}
                {pending ? <span className={classes.quiet}>{texts.pending}</span> : null}
              </div>
              <p>{reason}</p>
              {changed.length === 0 ? (
                <p className={classes.quiet}>{texts.standard}</p>
              ) : (
                <LabelledValues values={changed} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
