import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import classes from './decision-bar.module.css'
import { KeyHint } from './key-hint.tsx'

/** One thing that can be decided here. */
export interface CaseAction {
  readonly id: string
  readonly label: string
  /** Its own key, beside `decide`, which gives the filled one; null where it has none. */
  readonly means: KeyMeaning | null
  readonly run: () => void
  /** What cannot be undone or hurts the vendor stands apart. */
  readonly danger: boolean
  /** Why it cannot be done now; null where it can. Shown, not hidden. */
  readonly blocked: string | null
}

interface DecisionBarProps {
  /** The likely next step first. */
  readonly actions: readonly CaseAction[]
  /** The action whose form is open. */
  readonly openId: string | null
  readonly deciding: boolean
  /** Why there is nothing to decide, where there is nothing. */
  readonly idle: string
  readonly assign: ReactNode
}

/** The foot of a case: one filled button, the others beside it, the dangerous ones apart. */
export function DecisionBar({ actions, openId, deciding, idle, assign }: DecisionBarProps) {
  const texts = useTexts().review
  const usable = actions.filter((action) => action.blocked === null)
  const likely = usable.find((action) => !action.danger)
  const keysOf = (action: CaseAction): KeyMeaning[] => [
    ...(action === likely ? (['decide'] as const) : []),
    ...(action.means === null ? [] : [action.means]),
  ]
  useKeys(
    usable.flatMap((action) =>
      keysOf(action).map((means) => ({ means, label: action.label, run: () => !deciding && action.run() })),
    ),
  )
  const button = (action: CaseAction) => (
    <Button
      key={action.id}
      variant={action === likely && openId === null ? 'filled' : action.danger ? 'subtle' : 'default'}
      {...(action.danger ? { color: 'red', className: classes.danger ?? '' } : {})}
      disabled={action.blocked !== null}
      title={action.blocked ?? undefined}
      aria-pressed={openId === action.id}
      loading={deciding && openId === null && action === likely}
      rightSection={keysOf(action)
        .slice(0, 1)
        .map((means) => <KeyHint key={means} means={means} />)}
      onClick={action.run}
    >
      {action.label}
    </Button>
  )
  const blocked = actions.find((action) => action.blocked !== null)
  return (
    <section className={classes.bar} aria-label={texts.bar.name}>
      {actions.length === 0 ? <span className={classes.idle}>{idle}</span> : null}
      {actions.filter((action) => !action.danger).map(button)}
      {blocked?.blocked ? (
        <span className={classes.idle} role="status">
          {blocked.blocked}
        </span>
      ) : null}
      <span className={classes.apart}>
        {assign}
        {actions.filter((action) => action.danger).map(button)}
      </span>
    </section>
  )
}
