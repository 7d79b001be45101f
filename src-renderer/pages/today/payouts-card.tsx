import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatYuan } from '#shared/money/yuan.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './today-page.module.css'

/** What waits for the approval of who looks, in one total that opens it. */
export function PayoutsCard() {
  const texts = useTexts()
  const words = texts.payouts
  const { data } = useQuery(engine.payouts.waiting.queryOptions())
  if (data === undefined) return null
  return (
    <Panel title={texts.shell.screens.payouts} aside={<Link to="/payouts">{texts.today.all}</Link>}>
      {data.count === 0 && data.accounts === 0 ? <PanelNote>{words.nothingWaits}</PanelNote> : null}
      <div className={classes.lines}>
        {data.count === 0 ? null : (
          <Link to="/payouts" search={{ forMe: true }} className={classes.line}>
            {words.waiting(data.count, formatYuan(data.total))}
          </Link>
        )}
        {data.accounts === 0 ? null : (
          <Link to="/payee-accounts" search={{ forMe: true }} className={classes.line}>
            {words.accountsWait(data.accounts)}
          </Link>
        )}
      </div>
    </Panel>
  )
}
