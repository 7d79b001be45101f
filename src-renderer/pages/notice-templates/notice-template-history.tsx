import { Button } from '@mantine/core'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { NoticeTemplateHere } from '#shared/contracts/console-engine/notices.ts'
import type { TemplateTexts } from '#shared/rules/notices/notice-template.ts'
import classes from './notice-templates.module.css'

interface NoticeTemplateHistoryProps {
  readonly history: NoticeTemplateHere['history']
  /** Id of the record that the address names. */
  readonly shown: string | null
  /** Takes an older wording into the form; null for who may not. */
  readonly onTakeUp: ((texts: TemplateTexts) => void) | null
}

/** Who set the wording here, when and why; the newest holds. */
export function NoticeTemplateHistory({ history, shown, onTakeUp }: NoticeTemplateHistoryProps) {
  const words = useTexts().notices.templates
  return (
    <Panel title={words.history}>
      {history.length === 0 ? (
        <PanelNote>{words.noHistory}</PanelNote>
      ) : (
        <ol className={classes.history} reversed>
          {history.map(({ id, number, byName, at, pending, reason, texts }, index) => (
            <li key={id} value={number} aria-current={id === shown}>
              <div>
                <strong>{byName}</strong> <Moment at={at} />{' '}
                {index === 0 ? <span className={classes.holds}>{words.holds}</span> : null}{' '}
                {pending ? <span className={classes.quiet}>{words.pending}</span> : null}
                {onTakeUp === null || index === 0 ? null : (
                  <Button variant="subtle" size="compact-xs" onClick={() => onTakeUp(texts)}>
                    {words.takeUp}
                  </Button>
                )}
              </div>
              <p>{reason}</p>
              <details>
                <summary>{texts.zh.subject}</summary>
                <p className={classes.text}>{texts.zh.body}</p>
                <p className={classes.text}>{texts.en.subject}</p>
                <p className={classes.text}>{texts.en.body}</p>
              </details>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
