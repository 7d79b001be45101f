import { Button } from '@mantine/core'
import { useBilingual, useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import { ShownValue } from '#renderer/values/shown-value.tsx'
import type { ControlRow } from '#shared/contracts/console-engine/rules.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { valueText } from '#shared/values/value-text.ts'
import { MayOrWho } from '../may-or-who.tsx'
import classes from '../rules.module.css'

interface ControlTableProps {
  readonly controls: readonly ControlRow[]
  readonly onPropose: (control: string) => void
  readonly onOpen: (id: string) => void
}

/** Every control with the value that holds today, since when and by whom. */
export function ControlTable({ controls, onPropose, onOpen }: ControlTableProps) {
  const texts = useTexts().rules
  const may = mayCommand(useAccount()?.roles ?? [], 'control.propose')
  return (
    <Panel title={texts.inForce} aside={may ? null : <MayOrWho type="control.propose">{null}</MayOrWho>}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <tbody>
            {controls.map((row) => (
              <ControlLine
                key={row.control}
                row={row}
                onPropose={may ? () => onPropose(row.control) : null}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

interface ControlLineProps {
  readonly row: ControlRow
  /** Null where the person may not. */
  readonly onPropose: (() => void) | null
  readonly onOpen: ControlTableProps['onOpen']
}

function ControlLine({ row, onPropose, onOpen }: ControlLineProps) {
  const texts = useTexts().rules
  const say = useBilingual()
  const { language } = useLanguage()
  const { by, next } = row
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {say(row.name)}
        <small>{say(row.about)}</small>
      </th>
      <td>
        <strong>
          <ShownValue value={row.said} />
        </strong>
        {by === null ? (
          <small>{texts.standard}</small>
        ) : (
          <small>
            <button type="button" className={classes.open} onClick={() => onOpen(by.id)}>
              {texts.since(by.from)}
            </button>
            {by.decided === null ? null : ` · ${texts.by(by.proposed.byName, by.decided.byName)}`}
          </small>
        )}
        {next === null ? null : <small>{texts.next(valueText(next.said, language), next.from)}</small>}
        {row.waiting === 0 ? null : <small>{texts.waiting(row.waiting)}</small>}
      </td>
      {onPropose === null ? null : (
        <td className={classes.way}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={texts.proposeOf(say(row.name))}
            onClick={onPropose}
          >
            {texts.propose}
          </Button>
        </td>
      )}
    </tr>
  )
}
