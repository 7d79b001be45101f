import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import classes from './decision-bar.module.css'
import { COMMAND_FORMS } from './forms/command-forms.ts'
import type { CaseForms } from './forms/use-case-forms.ts'
import { KeyHint } from './key-hint.tsx'
import type { Missing } from './missing-actions.ts'

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
  /** What comes next where nobody can decide anything. */
  readonly idle: string
  /** What others may decide. */
  readonly missing: readonly Missing[]
  readonly assign: ReactNode
}

/** The foot of a case: one filled button, the others beside it, the dangerous ones apart; what only others may do. */
export function DecisionBar({ actions, openId, deciding, idle, missing, assign }: DecisionBarProps) {
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
      {actions.length === 0 && missing.length === 0 ? <span className={classes.idle}>{idle}</span> : null}
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
      {missing.map((each) => (
        <MissingLine key={each.types.join(' ')} missing={each} />
      ))}
    </section>
  )
}

/** “批准退还：需要 财务复核（李…）”: what is not for this person, who may, and what that is in the way of. */
function MissingLine({ missing: { types, roles, people, another } }: { readonly missing: Missing }) {
  const all = useTexts()
  const texts = all.review.missing
  const { listed, labelled } = all.review
  const who = listed(roles.map((role) => all.roles.role[role]))
  const names = people.length === 0 ? texts.nobody : listed(people)
  return (
    <p className={classes.missing}>
      <IconLock size={14} aria-hidden />
      {labelled(
        listed(types.map((type) => all.commands.doing[type])),
        another ? texts.another(who, names) : texts.needs(who, names),
      )}
    </p>
  )
}

interface ActionWords {
  readonly labels?: { readonly [T in CommandType]?: string }
  /** Why something cannot be done now. */
  readonly blocked?: { readonly [T in CommandType]?: string | null }
}

/** The buttons of a case: what is allowed and stands in the bar, in the engine's order. */
export function caseActions(
  allowed: readonly CommandType[],
  forms: Pick<CaseForms, 'toggle'>,
  doing: Readonly<Record<CommandType, string>>,
  { labels = {}, blocked = {} }: ActionWords = {},
): CaseAction[] {
  return allowed.flatMap((type) => {
    const { button, key } = COMMAND_FORMS[type]
    if (button === null) return []
    return [
      {
        id: type,
        label: labels[type] ?? doing[type],
        means: key,
        run: () => forms.toggle(type),
        danger: button === 'apart',
        blocked: blocked[type] ?? null,
      },
    ]
  })
}
