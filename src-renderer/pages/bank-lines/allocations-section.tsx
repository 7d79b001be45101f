import { Link } from '@tanstack/react-router'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { LineCase, ShownPart } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './bank-lines.module.css'
import { partWords } from './line-where.ts'
import { ReasonList } from './reason-list.tsx'
import { SignedAmount } from './signed-amount.tsx'

/** Where the line's money went, by whom and why; what was undone stays below. */
export function AllocationsSection({ opened }: { readonly opened: LineCase }) {
  const all = useTexts().bankLines
  const texts = all.allocations
  const { line, takenBackBy } = opened
  const allocations = line.allocations.map((allocation, at) => ({
    ...allocation,
    shown: opened.allocations[at]?.parts ?? [],
  }))
  if (allocations.length === 0 && takenBackBy === null) return null
  return (
    <CaseSection title={texts.title}>
      {takenBackBy === null ? null : (
        <p className={classes.linked}>
          {texts.takenBackBy}{' '}
          <Link from="/bank/lines" to="/bank/lines/$id" params={{ id: takenBackBy.id }} search>
            {takenBackBy.bookedOn} {takenBackBy.counterpartyName || all.noName}
          </Link>
          <SignedAmount direction={takenBackBy.direction} amount={takenBackBy.amount} />
        </p>
      )}
      <ol className={classes.cards}>
        {allocations.toReversed().map((allocation) => (
          <li
            key={`${allocation.at} ${allocation.by}`}
            className={classes.card}
            data-undone={allocation.undone !== null}
          >
            <p className={classes.posted}>
              <strong>{allocation.undone === null ? texts.live : texts.undone}</strong>
              <span>{allocation.automatic ? texts.automatic : texts.by(allocation.byName)}</span>
              <span className={classes.quiet}>
                <Moment at={allocation.at} />
              </span>
            </p>
            <ul className={classes.parts}>
              {allocation.shown.map((part) => (
                <Part key={JSON.stringify(part.target)} part={part} />
              ))}
            </ul>
            {allocation.note === '' ? null : (
              <p className={classes.quiet}>
                {texts.note} {allocation.note}
              </p>
            )}
            {allocation.undone === null ? null : (
              <p className={classes.quiet}>
                {allocation.undone.takenBackBy === null
                  ? texts.undoneBy(allocation.undone.byName, allocation.undone.reason)
                  : texts.undoneByReturn}{' '}
                <Moment at={allocation.undone.at} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </CaseSection>
  )
}

function Part({ part }: { readonly part: ShownPart }) {
  const all = useTexts().bankLines
  const { target } = part
  const words = partWords(part, all)
  return (
    <li>
      <span className={classes.posted}>
        {target.kind === 'other' ? (
          <span className={classes.name}>{words}</span>
        ) : target.kind === 'return' ? (
          <Link
            className={classes.name}
            from="/bank/lines"
            to="/bank/lines/$id"
            params={{ id: target.lineId }}
            search
          >
            {all.allocations.takesBack} {words}
          </Link>
        ) : (
          <>
            <span className={classes.quiet}>{all.kind[target.kind]}</span>
            <Link className={classes.name} to="/deposits/$id" params={{ id: target.obligationId }}>
              {words}
            </Link>
          </>
        )}
        <span className={classes.figure}>{formatYuan(part.amount)}</span>
      </span>
      <ReasonList reasons={part.reasons} />
    </li>
  )
}
