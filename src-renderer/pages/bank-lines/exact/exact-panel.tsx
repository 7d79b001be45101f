import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import type { ExactMatches, LineFilter } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from '../bank-lines.module.css'
import { ReasonList } from '../candidates/reason-list.tsx'
import { Sums } from '../join/sums.tsx'
import { lineName, partWords } from '../line-where.ts'
import { SignedAmount } from '../signed-amount.tsx'
import classes from './exact.module.css'

interface ExactPanelProps {
  readonly filter: LineFilter
  readonly onClose: () => void
}

type Match = ExactMatches['matches'][number]

/** Every line that is certain, with where it would go; those that stay ticked are matched, and undone, as one. */
export function ExactPanel({ filter, onClose }: ExactPanelProps) {
  const all = useTexts().bankLines
  const texts = all.exact
  const found = useQuery(engine.bank.lines.exact.queryOptions({ input: filter }))
  const { decideTogether, deciding, refusal } = useDecide()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  if (found.isPending) return <LateLoader />
  if (found.isError) return <Failed error={found.error} reset={() => void found.refetch()} />
  const { matches, total } = found.data
  const taken = matches.filter(({ line }) => !left.has(line.id))
  const count = taken.length

  const submit = async () => {
    const isTaken = await decideTogether(
      texts.said(count),
      taken.map(({ line, part: { target, amount, reasons } }) => ({
        type: 'deposit.match' as const,
        recordId: line.id,
        expectedVersion: line.version,
        arguments: { parts: [{ target, amount, reasons }], note: '' },
      })),
    )
    if (isTaken) onClose()
  }
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <CaseFrame
      head={
        <CaseHead title={texts.title(count)} wide={false} onWide={null} onClose={onClose}>
          <Sums rows={taken.map(({ line }) => line)} />
          {matches.length < total ? (
            <span className={shared.quiet}>{texts.more(matches.length, total)}</span>
          ) : null}
        </CaseHead>
      }
      document={null}
      foot={
        <CommandForm
          place={{ deciding, refusal, close: onClose }}
          title={texts.open(count)}
          lead={texts.lead}
          submitLabel={texts.submit(count)}
          blocked={matches.length === 0 ? texts.none : count === 0 ? texts.choose : null}
          onSubmit={() => void submit()}
        />
      }
    >
      <CaseSection title={all.plan.title}>
        <ol className={classes.matches}>
          {matches.map((match) => (
            <ExactMatch
              key={match.line.id}
              match={match}
              taken={!left.has(match.line.id)}
              onToggle={() => toggle(match.line.id)}
            />
          ))}
        </ol>
      </CaseSection>
    </CaseFrame>
  )
}

interface ExactMatchProps {
  readonly match: Match
  readonly taken: boolean
  readonly onToggle: () => void
}

function ExactMatch({ match: { line, part }, taken, onToggle }: ExactMatchProps) {
  const all = useTexts().bankLines
  const say = useBilingual()
  const name = lineName(line, all)
  const where = partWords(part, all)
  return (
    <li>
      <Checkbox
        size="xs"
        checked={taken}
        aria-label={`${all.exact.take(name)} ${formatYuan(line.amount)}`}
        onChange={onToggle}
      />
      <span>{line.bookedOn}</span>
      <span className={shared.oneLine} title={name}>
        {name}
      </span>
      <SignedAmount direction={line.direction} amount={line.amount} />
      <div className={classes.where}>
        <span>
          {part.target.kind === 'deposit' || part.target.kind === 'refund'
            ? all.plan[part.target.kind](where)
            : where}
          {part.category === null ? null : ` · ${say(part.category)}`}
        </span>
        <ReasonList reasons={part.reasons} />
      </div>
    </li>
  )
}
