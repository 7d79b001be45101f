import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconTilde } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { LineReason } from '#shared/contracts/console-engine/bank-lines.ts'
import { sidedReasons } from '#shared/rules/bank-matching/reason-side.ts'
import classes from './reasons.module.css'

const ICONS = { for: IconCheck, partly: IconTilde, against: IconAlertTriangle } as const

/** What speaks for and against, each by icon and words. */
export function ReasonList({ reasons }: { readonly reasons: readonly LineReason[] }) {
  const texts = useTexts().bankLines
  if (reasons.length === 0) return null
  return (
    <ul className={classes.reasons}>
      {sidedReasons(reasons).map(({ reason, side }) => {
        const Icon = ICONS[side]
        return (
          <li key={reason}>
            <Icon className={classes.icon} data-side={side} size={14} stroke={2} aria-hidden />
            <VisuallyHidden>{texts.candidates.reasonSide[side]}</VisuallyHidden>
            {texts.reason[reason]}
          </li>
        )
      })}
    </ul>
  )
}
