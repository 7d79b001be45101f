import type { ReactNode } from 'react'
import { beijingDateTime } from '#renderer/format/instant.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { DecisionStateMark, StandingMark } from '#renderer/shell/status/status-mark.tsx'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import { CHANGES_LIMIT, type ProposalStanding } from '#shared/contracts/console-engine/rules.ts'
import type { Proposal } from '#shared/contracts/console-platform/records/proposal.ts'
import classes from './rules.module.css'

/** A change as a list shows it. */
export interface ListedChange {
  readonly proposal: Proposal
  readonly standing: ProposalStanding
  readonly pending: readonly PendingDecision[]
  readonly title: string
  readonly said: ReactNode
}

interface ChangeTableProps {
  readonly changes: readonly ListedChange[]
  readonly openId: string | null
  readonly onOpen: (id: string) => void
}

/** Changes, the newest first: what, how it stands, from which day, who proposed and who decided it. */
export function ChangeTable({ changes, openId, onOpen }: ChangeTableProps) {
  const texts = useTexts().rules
  const { columns } = texts
  const isCut = changes.length >= CHANGES_LIMIT
  return (
    <Panel title={texts.changes} {...(isCut ? { lead: texts.cut(grouped(CHANGES_LIMIT)) } : {})}>
      {changes.length === 0 ? (
        <PanelNote>{texts.noChanges}</PanelNote>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{columns.what}</th>
                <th scope="col">{columns.standing}</th>
                <th scope="col">{columns.from}</th>
                <th scope="col">{columns.proposed}</th>
                <th scope="col">{columns.decided}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <ChangeLine
                  key={change.proposal.id}
                  change={change}
                  isOpen={change.proposal.id === openId}
                  onOpen={() => onOpen(change.proposal.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

interface ChangeLineProps {
  readonly change: ListedChange
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function ChangeLine({ change, isOpen, onOpen }: ChangeLineProps) {
  const { proposal, standing, pending, title, said } = change
  const { proposed, decided } = proposal
  const [waits] = pending
  return (
    <tr data-open={isOpen}>
      <th scope="row" className={classes.name}>
        <button type="button" className={classes.open} aria-current={isOpen} onClick={onOpen}>
          {title}
        </button>
        <small>{said}</small>
      </th>
      <td>
        <StandingMark standing={standing} />
        {waits === undefined ? null : <DecisionStateMark state={waits.state} />}
      </td>
      <td className={classes.value}>{proposal.from}</td>
      <td>
        {proposed.byName}
        <small>{beijingDateTime(proposed.at)}</small>
      </td>
      <td>
        {decided === null ? null : (
          <>
            {decided.byName}
            <small>{beijingDateTime(decided.at)}</small>
          </>
        )}
      </td>
    </tr>
  )
}
