import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { MATTER_KINDS } from '#shared/contracts/console-platform/open-matters.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { useUnseen } from '../../shell/states/not-visible.tsx'
import classes from './providers.module.css'

/** What is open with a vendor, and what of it has to be settled before it is closed. */
export function ProviderMatters({ matters }: Pick<ProviderCase, 'matters'>) {
  const texts = useTexts().providers
  const unseenIn = useUnseen()
  return (
    <Panel title={texts.matters}>
      {matters.length === 0 ? <PanelNote>{texts.noMatters}</PanelNote> : null}
      <div className={classes.lines}>
        {matters.map(({ matter, count, amount, first }) => (
          <div key={matter} className={classes.plainLine}>
            <span className={classes.lineName}>{texts.matter[matter]}</span>
            <span className={classes.number}>{count}</span>
            <span className={classes.amount}>{amount === null ? '' : formatYuan(amount)}</span>
            <span className={classes.quiet}>{first ? texts.settledFirst : texts.goesOn}</span>
          </div>
        ))}
      </div>
      {MATTER_KINDS.every((kind) => unseenIn(kind) === null) ? null : (
        <PanelNote>{texts.mattersUnseen}</PanelNote>
      )}
    </Panel>
  )
}
