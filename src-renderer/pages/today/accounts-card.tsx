import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '../../engine-client/engine.ts'
import { beijingDateTime } from '../../format/instant.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import classes from './today-page.module.css'

/** Lines shown at once. */
const SHOWN = 8

/** For administrators: invitations that are open, roles that end soon, second factors that are missing. */
export function AccountsCard() {
  const texts = useTexts()
  const words = texts.roles.accounts
  const query = useQuery(engine.accounts.list.queryOptions())
  if (query.data === undefined && !query.isError) return null
  const rows = query.data?.rows ?? []
  const lines = rows.flatMap(({ account, operator, ending }) => {
    const { id, state, invitedUntil } = account
    const line = (what: string) => ({ id, name: operator.name, what })
    return [
      ...(state === 'invited'
        ? [line(words.todayInvited(invitedUntil === null ? null : beijingDateTime(invitedUntil)))]
        : []),
      ...ending.map(({ role, until }) => line(words.todayEnding(texts.roles.role[role], until ?? ''))),
      ...(state === 'active' && account.secondFactor === 'missing' ? [line(words.todayFactor)] : []),
    ]
  })
  return (
    <Panel title={words.today} aside={lines.length}>
      {query.isError ? (
        <Failed error={query.error} reset={() => void query.refetch()} />
      ) : lines.length === 0 ? (
        <PanelNote>{words.todayNothing}</PanelNote>
      ) : (
        <div className={classes.lines}>
          {lines.slice(0, SHOWN).map(({ id, name, what }) => (
            <Link key={`${id} ${what}`} to="/accounts" search={{ id }} className={classes.line}>
              <span className={classes.name} title={name}>
                {name}
              </span>
              <span className={classes.aside}>{what}</span>
            </Link>
          ))}
        </div>
      )}
    </Panel>
  )
}
