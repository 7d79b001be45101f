import type { ReactNode } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { Candidate } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import shared from '../bank-lines.module.css'
import { candidateKey, targetKey } from './candidate-parts.ts'
import { effectOf, effectWords } from './effect.ts'
import classes from './plan.module.css'

interface PlanBoxProps {
  readonly parts: readonly MatchPart[]
  readonly candidates: readonly Candidate[]
  /** Of what speaks against it, where something does: the note that is asked for. */
  readonly children?: ReactNode
}

/** What accepting will do, part by part, before it is done. */
export function PlanBox({ parts, candidates, children }: PlanBoxProps) {
  const texts = useTexts().bankLines
  const say = useBilingual()
  return (
    <section className={classes.plan} aria-label={texts.plan.title}>
      <ul>
        {parts.map((part) => {
          const key = targetKey(part.target)
          const candidate = candidates.find((each) => candidateKey(each) === key)
          const owed = candidate !== undefined && 'due' in candidate ? candidate : null
          const effect = owed === null ? null : effectOf(owed.due, part.amount)
          return (
            <li key={key}>
              <span className={classes.planned}>
                {plannedWords(part, candidate, texts)}
                {owed !== null && owed.kind !== 'payout' && owed.category !== null
                  ? ` · ${say(owed.category)}`
                  : null}
              </span>
              {owed === null || effect === null ? null : (
                <span className={`${classes.nowrap} ${shared.effect}`} data-effect={effect.kind}>
                  {effectWords(owed.kind, effect, texts.effect)}
                </span>
              )}
              <span className={classes.amount}>{formatYuan(part.amount)}</span>
            </li>
          )
        })}
      </ul>
      {children}
    </section>
  )
}

function plannedWords(
  { target }: MatchPart,
  candidate: Candidate | undefined,
  texts: ReturnType<typeof useTexts>['bankLines'],
): string {
  if (target.kind === 'other') return texts.plan.other(texts.kind[target.what])
  if (target.kind === 'return') {
    return texts.plan.return(candidate?.kind === 'return' ? candidate.line.bookedOn : target.lineId)
  }
  const name = candidate !== undefined && 'providerName' in candidate ? candidate.providerName : ''
  return texts.plan[target.kind](name)
}
