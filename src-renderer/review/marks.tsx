import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ConditionVerdict, Finding } from '#shared/rules/verdict.ts'
import classes from './marks.module.css'

const VERDICT_ICONS = { pass: IconCircleCheck, fail: IconCircleX, unknown: IconHelpCircle } as const
const SEVERITY_ICONS = { must: IconCircleX, should: IconAlertTriangle, info: IconInfoCircle } as const

/** A verdict by icon and word, never by colour alone. */
export function VerdictMark({ verdict }: { readonly verdict: ConditionVerdict['verdict'] }) {
  const texts = useTexts().review
  const Icon = VERDICT_ICONS[verdict]
  return (
    <span className={classes.mark} data-tone={verdict}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {texts.verdict[verdict]}
    </span>
  )
}

/** The weight of a finding by icon and word. */
export function SeverityMark({ severity }: { readonly severity: Finding['severity'] }) {
  const texts = useTexts().review
  const Icon = SEVERITY_ICONS[severity]
  return (
    <span className={classes.mark} data-tone={severity}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {texts.severity[severity]}
    </span>
  )
}
