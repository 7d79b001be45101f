import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { ViolationCase } from '#shared/contracts/console-engine/violation-case.ts'
import {
  barredFromRuling,
  violationAllows,
} from '#shared/contracts/console-platform/transitions/violation-transitions.ts'
import { AppealForm } from './appeal-form.tsx'
import { AppealRulingForm } from './appeal-ruling-form.tsx'
import { RulingForm } from './ruling-form.tsx'

interface ViolationFootProps {
  readonly opened: ViolationCase
  readonly forms: CaseForms
}

/** What can be decided about a violation, and the form in which it is being decided. */
export function ViolationFoot({ opened, forms }: ViolationFootProps) {
  const texts = useTexts()
  const { violation, allowed, status } = opened
  const missing = useMissing('violation', allowed, (type) => violationAllows(violation, type), {
    'violation.decide-appeal': barredFromRuling(violation, 'violation.decide-appeal', 0),
  })
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.violations.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened, forms }: ViolationFootProps): ReactElement | null {
  switch (formAbout('violation', forms.open)) {
    case 'violation.decide':
      return <RulingForm opened={opened} forms={forms} />
    case 'violation.record-appeal':
      return <AppealForm today={opened.on} forms={forms} />
    case 'violation.decide-appeal':
      return <AppealRulingForm opened={opened} forms={forms} />
    case 'violation.record':
    case null:
      return null
  }
}
