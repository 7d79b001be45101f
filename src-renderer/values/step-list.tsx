import { useTexts } from '#renderer/i18n/language-context.ts'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { type Step, stepValues } from '#shared/rules/step.ts'
import { ValueLine } from './value-line.tsx'
import classes from './values.module.css'

interface StepListProps {
  readonly name: string
  readonly steps: readonly Step[]
}

/** Each step of a calculation: the sentence of its rule, what it looked at and what it gave. */
export function StepList({ name, steps }: StepListProps) {
  const texts = useTexts().review
  return (
    <ol className={classes.steps} aria-label={name}>
      {steps.map((step, at) => (
        <li key={`${step.citation.ruleId} ${String(at)}`} className={classes.step}>
          <CitationLine citation={step.citation} />
          <span className={classes.pack}>
            {texts.packVersion(step.pack.version, step.pack.effectiveFrom)}
          </span>
          <ValueLine values={stepValues(step)} />
        </li>
      ))}
    </ol>
  )
}
