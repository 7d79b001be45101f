import { useTexts } from '#renderer/i18n/language-context.ts'
import { StepList } from '#renderer/values/step-list.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { amountExplanation } from '#shared/contracts/console-platform/amount-explanation.ts'
import classes from './deposits.module.css'

/** How the amount on record came to be, by the steps it was kept with; then the rules of the day for the rest. */
export function Explanation({ opened }: { readonly opened: DepositCase }) {
  const texts = useTexts().deposits.standing
  return (
    <>
      <h4 className={classes.steps}>{texts.ofAmount}</h4>
      <OfAmount opened={opened} />
      {opened.explanation.length === 0 ? null : (
        <>
          <h4 className={classes.steps}>{texts.ofTerms(opened.on)}</h4>
          <StepList name={texts.ofTerms(opened.on)} steps={opened.explanation} />
        </>
      )}
    </>
  )
}

function OfAmount({ opened: { obligation } }: { readonly opened: DepositCase }) {
  const texts = useTexts().deposits.standing
  const explained = amountExplanation(obligation)
  switch (explained.kind) {
    case 'kept':
      return <StepList name={texts.ofAmount} steps={explained.steps} />
    case 'not-kept':
      return <p className={classes.quiet}>{texts.notKept(obligation.why.ruleId, obligation.why.source)}</p>
    case 'contradicts':
      return (
        <p className={classes.contradicts} role="alert">
          {texts.contradicts}
        </p>
      )
  }
}
