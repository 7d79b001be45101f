import { IconCircleCheck, IconPlus, IconStack2 } from '@tabler/icons-react'
import classes from '#renderer/files/preview.module.css'
import type { PreviewLine } from '#shared/contracts/console-engine/bank-imports.ts'

const ICONS = { new: IconPlus, known: IconCircleCheck, overlapping: IconStack2 } as const

interface NoveltyMarkProps {
  readonly novelty: PreviewLine['novelty']
  readonly word: string
}

/** What the import would do with a line, by icon and word. */
export function NoveltyMark({ novelty, word }: NoveltyMarkProps) {
  const Icon = ICONS[novelty]
  return (
    <span className={classes.mark} data-novelty={novelty}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {word}
    </span>
  )
}
