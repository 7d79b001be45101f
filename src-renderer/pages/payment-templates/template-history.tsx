import { Button } from '@mantine/core'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { ChangedFields } from '#renderer/values/changed-fields.tsx'
import { LabelledValues } from '#renderer/values/labelled-values.tsx'
import type { TemplateSetShown } from '#shared/contracts/console-engine/payment-templates.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import classes from './payment-templates.module.css'

interface TemplateHistoryProps {
  readonly history: readonly TemplateSetShown[]
  /** Id of the record that the address names. */
  readonly shown: string | null
  /** Takes an older template into the form; null for who may not. */
  readonly onTakeUp: ((template: BankTemplate) => void) | null
}

/** Who set the template of this bank, when, why and what that changed; the newest holds. */
export function TemplateHistory({ history, shown, onTakeUp }: TemplateHistoryProps) {
  const words = useTexts().payoutBatches.templates.history
  return (
    <Panel title={words.title}>
      {history.length === 0 ? (
        <PanelNote>{words.none}</PanelNote>
      ) : (
        <ol className={classes.history} reversed>
          {history.map(({ id, number, byName, at, pending, said, changes, reason, template }, index) => (
            <li key={id} value={number} aria-current={id === shown}>
              <div>
                <strong>{byName}</strong> <Moment at={at} />{' '}
                {index === 0 ? <span className={classes.holds}>{words.holds}</span> : null}{' '}
                {pending ? <span className={classes.quiet}>{words.pending}</span> : null}
                {onTakeUp === null || index === 0 ? null : (
                  <Button variant="subtle" size="compact-xs" onClick={() => onTakeUp(template)}>
                    {words.takeUp}
                  </Button>
                )}
              </div>
              <p>{reason}</p>
              <Changes changes={changes} />
              <details>
                <summary>{words.whole}</summary>
                <LabelledValues values={said} />
              </details>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** What a template changed of the one before it. */
function Changes({ changes }: Pick<TemplateSetShown, 'changes'>) {
  const words = useTexts().payoutBatches.templates.history
  if (changes === null) return <p className={classes.quiet}>{words.first}</p>
  if (changes.length === 0) return <p className={classes.quiet}>{words.unchanged}</p>
  return (
    <ChangedFields
      changes={changes.map((change) => ({ ...change, of: null }))}
      called={[words.before, words.after]}
    />
  )
}
