import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import classes from '#renderer/files/preview.module.css'

const ICONS = { proven: IconCircleCheck, contradicted: IconCircleX, unprovable: IconHelpCircle } as const

interface ProofMarkProps {
  readonly verdict: keyof typeof ICONS
  readonly word: string
}

/** Whether the bank agrees with itself, by icon and word. */
export function ProofMark({ verdict, word }: ProofMarkProps) {
  const Icon = ICONS[verdict]
  return (
    <span className={classes.mark} data-verdict={verdict}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {word}
    </span>
  )
}
