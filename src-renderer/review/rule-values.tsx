import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { Bilingual } from '#shared/base/bilingual.ts'
import classes from './rule-values.module.css'

interface RuleValuesProps {
  readonly found: Bilingual
  readonly required: Bilingual
}

/** What was found beside what the rule requires. */
export function RuleValues({ found, required }: RuleValuesProps) {
  const texts = useTexts().review
  const say = useBilingual()
  return (
    <dl className={classes.values}>
      <div>
        <dt>{texts.found}</dt>
        <dd>{say(found)}</dd>
      </div>
      <div>
        <dt>{texts.required}</dt>
        <dd>{say(required)}</dd>
      </div>
    </dl>
  )
}
