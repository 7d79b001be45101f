import { Link } from '@tanstack/react-router'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import type { LineCase, ShownPart } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from './bank-lines.module.css'
import { targetKey } from './candidates/candidate-parts.ts'
import cards from './candidates/cards.module.css'
import { ReasonList } from './candidates/reason-list.tsx'
import classes from './case.module.css'
import { lineName, partWords } from './line-where.ts'
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
            {takenBackBy.bookedOn} {lineName(takenBackBy, all)}
          </Link>
          <SignedAmount direction={takenBackBy.direction} amount={takenBackBy.amount} />
        </p>
      )}
      <ol className={cards.cards}>
        {allocations.toReversed().map((allocation) => (
          <li
            key={`${allocation.at} ${allocation.by}`}
            className={cards.card}
            data-undone={allocation.undone !== null}
          >
            <p className={classes.posted}>
              <strong>{allocation.undone === null ? texts.live : texts.undone}</strong>
              <span>{allocation.automatic ? texts.automatic : texts.by(allocation.byName)}</span>
              <span className={shared.quiet}>
                <Moment at={allocation.at} />
              </span>
            </p>
            <ul className={classes.parts}>
              {allocation.shown.map((part) => (
                <Part key={targetKey(part.target)} part={part} isUndone={allocation.undone !== null} />
              ))}
            </ul>
            {allocation.note === '' ? null : (
              <p className={shared.quiet}>
                {texts.note} {allocation.note}
              </p>
            )}
            {allocation.undone === null ? null : (
              <p className={shared.quiet}>
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

function Part({ part, isUndone }: { readonly part: ShownPart; readonly isUndone: boolean }) {
  const all = useTexts().bankLines
  const say = useBilingual()
  const { target } = part
  const words = partWords(part, all)
  const name = isUndone ? classes.undone : shared.name
  return (
    <li>
      <span className={classes.posted}>
        {target.kind === 'other' ? (
          <span className={name}>{words}</span>
        ) : target.kind === 'return' ? (
          <Link
            className={name}
            from="/bank/lines"
            to="/bank/lines/$id"
            params={{ id: target.lineId }}
            search
          >
            {all.allocations.takesBack} {words}
          </Link>
        ) : target.kind === 'payout' ? (
          <>
            <span className={shared.quiet}>{all.kind[target.kind]}</span>
            <RecordLink kind="payoutRequest" id={target.requestId} className={name}>
              {words}
            </RecordLink>
          </>
        ) : (
          <>
            <span className={shared.quiet}>{all.kind[target.kind]}</span>
            <Link className={name} to="/deposits/$id" params={{ id: target.obligationId }}>
              {words}
            </Link>
            {part.category === null ? null : <span className={shared.quiet}>{say(part.category)}</span>}
          </>
        )}
        <span className={classes.amount}>{formatYuan(part.amount)}</span>
      </span>
      <ReasonList reasons={part.reasons} />
    </li>
  )
}
