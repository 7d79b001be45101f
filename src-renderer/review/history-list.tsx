import { IconLock, IconSend } from '@tabler/icons-react'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import { actionName } from '#shared/words/actions.ts'
import { CaseSection } from './case-section.tsx'
import classes from './history-list.module.css'

interface HistoryListProps {
  readonly history: readonly HistoryEntry[]
  /** The words of a reason id; ids it does not know are shown as they are. */
  readonly reasonWords: (id: string) => string
}

/** The life of a record, newest first; what the vendor was told apart from what it was not. */
export function HistoryList({ history, reasonWords }: HistoryListProps) {
  const all = useTexts()
  const say = useBilingual()
  const texts = all.review.history
  return (
    <CaseSection title={texts.title}>
      {history.length === 0 ? <p className={classes.none}>{texts.empty}</p> : null}
      <ol className={classes.list}>
        {history.toReversed().map((entry) => (
          <li key={`${entry.at} ${entry.action} ${entry.actor}`} className={classes.entry}>
            <span className={classes.when}>
              <Moment at={entry.at} />
            </span>
            <div className={classes.what}>
              <span>
                <strong>{entry.actorName}</strong> {say(actionName(entry.action))}
              </span>
              {entry.reasons.length === 0 ? null : (
                <span>
                  {all.review.labelled(texts.reasons, all.review.listed(entry.reasons.map(reasonWords)))}
                </span>
              )}
              {entry.noteToVendor === null ? null : (
                <p className={classes.note} data-kind="vendor">
                  <span className={classes.kind}>
                    <IconSend size={12} aria-hidden /> {texts.toVendor}
                  </span>
                  {entry.noteToVendor}
                </p>
              )}
              {entry.internalNote === null ? null : (
                <p className={classes.note} data-kind="internal">
                  <span className={classes.kind}>
                    <IconLock size={12} aria-hidden /> {texts.internal}
                  </span>
                  {entry.internalNote}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </CaseSection>
  )
}
