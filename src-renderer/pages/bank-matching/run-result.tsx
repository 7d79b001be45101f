import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { DryRun } from '#shared/contracts/console-engine/bank-reports.ts'
import classes from './bank-matching.module.css'
import { DifferenceList } from './difference-list.tsx'

interface RunResultProps {
  readonly run: DryRun
  /** The settings have changed since. */
  readonly stale: boolean
}

const COUNTS = ['auto', 'wrong', 'suggest', 'none'] as const

/** What a dry run came to: counts before and after, and the lines that make the difference. */
export function RunResult({ run, stale }: RunResultProps) {
  const { result } = useTexts().bankMatching
  const names = { auto: result.auto, wrong: result.wrong, suggest: result.suggest, none: result.leave }
  if (run.lines === 0) {
    return (
      <Panel title={result.title}>
        <PanelNote>{result.noLines}</PanelNote>
      </Panel>
    )
  }
  return (
    <>
      <Panel title={result.title} lead={result.lead(grouped(run.lines))}>
        {stale ? <PanelNote>{result.stale}</PanelNote> : null}
        <table className={classes.counts} data-stale={stale}>
          <thead>
            <tr>
              <td />
              <th scope="col">{result.now}</th>
              <th scope="col">{result.changed}</th>
              <th scope="col">{result.change}</th>
            </tr>
          </thead>
          <tbody>
            {COUNTS.map((count) => (
              <tr key={count} data-wrong={count === 'wrong' && run.changed.wrong > 0}>
                <th scope="row">{names[count]}</th>
                <td>{grouped(run.now[count])}</td>
                <td>{grouped(run.changed[count])}</td>
                <td>{signed(run.changed[count] - run.now[count])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <DifferenceList differences={run.differences} complete={run.complete} />
    </>
  )
}

function signed(change: number): string {
  if (change === 0) return '0'
  return change > 0 ? `+${grouped(change)}` : `−${grouped(-change)}`
}
