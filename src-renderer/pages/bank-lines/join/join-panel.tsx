import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { asksForNote } from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from '../bank-lines.module.css'
import { effectOf, effectWords } from '../candidates/effect.ts'
import { TargetSearch } from '../candidates/target-search.tsx'
import { KindChoice } from '../forms/kind-choice.tsx'
import { MatchNote } from '../forms/match-note.tsx'
import { lineName } from '../line-where.ts'
import { SignedAmount } from '../signed-amount.tsx'
import classes from './join.module.css'
import {
  type JoinStep,
  type JoinTarget,
  joinSteps,
  knownTarget,
  mayShareDeposit,
  reasonsFor,
} from './join-plan.ts'
import { Sums } from './sums.tsx'

interface JoinPanelProps {
  /** At least one. */
  readonly rows: readonly LineRow[]
  readonly onClose: () => void
  /** These were matched and leave the selection. */
  readonly onMatched: (ids: readonly string[]) => void
}

/** Several lines for one deposit, or of one kind: what that does line by line, then one decision each. */
export function JoinPanel({ rows, onClose, onMatched }: JoinPanelProps) {
  const all = useTexts().bankLines
  const texts = all.join
  const { decide, deciding, refusal } = useDecide()
  const [stopped, setStopped] = useState<string | null>(null)
  const [chosen, setTarget] = useState<JoinTarget | null>(null)
  const [note, setNote] = useState('')
  const isAlike = mayShareDeposit(rows)
  const known = useQuery(
    engine.bank.lines.shared.queryOptions({ input: { ids: rows.map(({ id }) => id) } }),
  ).data
  // What all of them may be, until somebody says otherwise.
  const target = chosen ?? (known === undefined || !isAlike ? null : knownTarget(known))
  const reasons = reasonsFor(target, known)
  const steps = target === null ? [] : joinSteps(rows, target, reasons)
  const asks = asksForNote(steps.map(({ part }) => part))
  const [first] = rows
  const sum = rows.reduce((total, row) => total + row.amount, 0)
  const owed = target?.kind === 'deposit' ? target.candidate : null
  const over = owed?.kind === 'refund' && sum > owed.due
  const blocked = rows.some((row) => row.status !== 'open')
    ? texts.notOpen
    : target === null
      ? texts.choose
      : over
        ? all.actions.refundOver
        : asks && note.trim() === ''
          ? all.note.missing
          : null

  const submit = async () => {
    const done: string[] = []
    for (const { row, part } of steps) {
      const pending = await decide({
        type: 'deposit.match',
        recordId: row.id,
        recordTitle: lineName(row, all),
        expectedVersion: row.version,
        seenDigest: null,
        arguments: { parts: [part], note: asks ? note : '' },
        replaces: null,
      })
      if (pending === null) break
      done.push(row.id)
    }
    onMatched(done)
    if (done.length === steps.length) onClose()
    else setStopped(texts.stopped(done.length, steps.length))
  }
  return (
    <CaseFrame
      head={
        <CaseHead title={texts.title(rows.length)} wide={false} onWide={null} onClose={onClose}>
          <Sums rows={rows} />
          {owed === null ? null : (
            <span className={shared.effect} data-effect={effectOf(owed.due, sum).kind}>
              {owed.providerName} · {effectWords(owed.kind, effectOf(owed.due, sum), all.effect)}
            </span>
          )}
        </CaseHead>
      }
      document={null}
      foot={
        <CommandForm
          place={{
            deciding,
            refusal: refusal === null ? null : [refusal, stopped].filter(Boolean).join(' · '),
            close: onClose,
          }}
          title={texts.open}
          lead={texts.lead}
          submitLabel={texts.submit(rows.length)}
          blocked={blocked}
          onSubmit={() => void submit()}
        >
          {first === undefined || !isAlike ? (
            <p>{texts.mixed}</p>
          ) : (
            <TargetSearch
              lineId={first.id}
              label={texts.target}
              onPick={(candidate) => setTarget({ kind: 'deposit', candidate })}
            />
          )}
          {owed === null || chosen !== null ? null : <p className={shared.note}>{texts.known}</p>}
          {asks ? <MatchNote value={note} onChange={setNote} /> : null}
          <KindChoice
            label={texts.or}
            value={target?.kind === 'other' ? target.what : null}
            onChange={(what) => setTarget({ kind: 'other', what })}
          />
        </CommandForm>
      }
    >
      <CaseSection title={all.plan.title}>
        <ol className={classes.joined}>
          {(target === null ? rows.map((row) => ({ row, before: null, after: null })) : steps).map((step) => (
            <Step key={step.row.id} step={step} target={target} />
          ))}
        </ol>
      </CaseSection>
    </CaseFrame>
  )
}

function Step({
  step: { row, before, after },
  target,
}: {
  readonly step: Omit<JoinStep, 'part'>
  readonly target: JoinTarget | null
}) {
  const all = useTexts().bankLines
  return (
    <li>
      <span>{row.bookedOn}</span>
      <span className={shared.oneLine} title={lineName(row, all)}>
        {lineName(row, all)}
      </span>
      <SignedAmount direction={row.direction} amount={row.amount} />
      <span className={shared.quiet}>
        {target?.kind === 'other' ? all.plan.other(all.kind[target.what]) : null}
        {target?.kind === 'deposit' && before !== null && after !== null
          ? `${all.plan[target.candidate.kind](target.candidate.providerName)} · ${all.join.before} ${formatYuan(Math.max(0, before))} → ${all.join.after} ${
              after < 0
                ? effectWords(target.candidate.kind, { kind: 'over', by: -after }, all.effect)
                : formatYuan(after)
            }`
          : null}
      </span>
    </li>
  )
}
