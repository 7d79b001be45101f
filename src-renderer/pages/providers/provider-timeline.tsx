import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './providers.module.css'

/** What happened with a vendor, the newest first, each step a way to the record that tells it. */
export function ProviderTimeline({ opened }: { readonly opened: ProviderCase }) {
  const texts = useTexts()
  const say = useBilingual()
  const { rows, total } = opened.timeline
  const { noTimeline, timeline, timelineCut } = texts.providers
  return (
    <Panel title={timeline}>
      {rows.length === 0 ? <PanelNote>{noTimeline}</PanelNote> : null}
      <ol className={classes.steps}>
        {rows.map(({ kind, id, title, at, action, byName }, index) => (
          // Two steps may be alike in all they say.
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added, and drawn anew together
          <li key={`${at} ${kind} ${id} ${index}`} className={classes.step}>
            <span className={classes.lineWhen}>
              <Moment at={at} />
            </span>
            <span className={classes.lineName}>
              {say(action)} · {byName}
            </span>
            <span className={classes.lineOf}>
              {texts.roles.recordKind[kind]}{' '}
              {id === opened.provider.id ? null : (
                <RecordLink kind={kind} id={id}>
                  {title}
                </RecordLink>
              )}
            </span>
          </li>
        ))}
      </ol>
      {total > rows.length ? <PanelNote>{timelineCut(rows.length, total)}</PanelNote> : null}
    </Panel>
  )
}
