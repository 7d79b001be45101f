import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { DryRun } from '#shared/contracts/console-engine/bank-reports.ts'
import classes from './bank-matching.module.css'

type Difference = DryRun['differences'][number]

interface DifferenceListProps {
  readonly differences: readonly Difference[]
  readonly complete: boolean
}

/** The lines that would have gone otherwise; wrong ones lead and are marked. */
export function DifferenceList({ differences, complete }: DifferenceListProps) {
  const words = useTexts().bankMatching
  const texts = words.differences
  return (
    <Panel title={texts.title} {...(complete ? {} : { lead: words.result.cut })}>
      {differences.length === 0 ? (
        <PanelNote>{texts.none}</PanelNote>
      ) : (
        <table className={classes.differences}>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              <th scope="col">{texts.amount}</th>
              <th scope="col">{texts.now}</th>
              <th scope="col">{texts.changed}</th>
              <th scope="col">{texts.actual}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <DifferenceRow key={difference.line.id} difference={difference} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const words = useTexts()
  const texts = words.bankMatching.differences
  const { line, now, changed, nowFirst, changedFirst, actual, wrong } = difference
  const name = line.counterpartyName === '' ? texts.noName : line.counterpartyName
  const settled = line.status === 'open' ? texts.open : texts.other
  return (
    <tr data-wrong={wrong}>
      <td>
        <Link
          to="/bank/lines/$id"
          params={{ id: line.id }}
          search={{ accounts: [line.accountId], statuses: [] }}
          className={classes.name}
          title={`${texts.show}: ${name} · ${line.said}`}
        >
          {name}
        </Link>
        <span className={classes.said} title={line.said}>
          {line.bookedOn} {line.said}
        </span>
      </td>
      <td className={classes.amount}>{plainYuan(line.amount)}</td>
      <Outcome word={texts.decision[now]} first={nowFirst} />
      <Outcome word={texts.decision[changed]} first={changedFirst} wrong={wrong} />
      <td>
        <span className={classes.name} title={actual ?? settled}>
          {actual ?? settled}
        </span>
      </td>
    </tr>
  )
}

interface OutcomeProps {
  readonly word: string
  readonly first: string | null
  readonly wrong?: boolean
}

function Outcome({ word, first, wrong = false }: OutcomeProps) {
  const texts = useTexts().bankMatching.differences
  return (
    <td>
      <span className={classes.outcome}>
        {word}
        {wrong ? (
          <strong className={classes.wrong}>
            <IconAlertTriangle size={14} aria-hidden /> {texts.wrong}
          </strong>
        ) : null}
      </span>
      {first === null ? null : (
        <span className={classes.said} title={first}>
          {first}
        </span>
      )}
    </td>
  )
}
