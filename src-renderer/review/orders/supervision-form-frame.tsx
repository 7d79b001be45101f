import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { beijingDateTime } from '#renderer/format/instant.ts'
import { instantTyped, typedOf } from '#renderer/format/typed-instant.ts'
import { useNow } from '#renderer/format/use-now.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { OrderSupervision } from '#shared/contracts/console-engine/order-supervision.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import {
  lastHappened,
  type SupervisionCommand,
} from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'

export interface SupervisionFormProps {
  readonly order: Order
  readonly supervision: OrderSupervision
  readonly forms: CaseForms
}

interface PlacedProps<T extends SupervisionCommand> extends SupervisionFormProps {
  readonly type: T
  readonly lead: ReactNode
  /** What the form says, null while that is not whole. */
  readonly given: unknown
  /** When it happened, where that is said. */
  readonly happened?: string | undefined
  readonly danger?: boolean
  readonly children: ReactNode
}

/** The form of a command: it can be submitted once its arguments are whole and its time fits the steps before. */
export function Placed<T extends SupervisionCommand>(props: PlacedProps<T>) {
  const { type, lead, given, happened, danger = false, children, order, supervision, forms } = props
  const texts = useTexts()
  const words = texts.supervision
  const now = useNow()
  const parsed = COMMAND_ARGUMENTS[type].safeParse(given)
  const first = lastHappened(supervision.record, order)
  const at = happened === undefined ? null : instantTyped(happened)
  const isComing = at !== null && Date.parse(at) > now
  const isTooEarly = at !== null && at < first
  const blocked = isTooEarly ? words.tooEarly(beijingDateTime(first)) : words.incomplete[type]
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[type]}
      lead={lead}
      danger={danger}
      submitLabel={texts.commands.doing[type]}
      blocked={parsed.success && !isComing && !isTooEarly ? null : blocked}
      // The schema of the command has just read them.
      onSubmit={() => parsed.success && forms.submit(type, parsed.data as CommandArguments<T>)}
    >
      {children}
    </CommandForm>
  )
}

interface HappenedProps {
  readonly label: string
  readonly value: string
  readonly onChange: (happened: string) => void
}

/** When it happened, in Beijing. */
export function HappenedField({ label, value, onChange }: HappenedProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={useTexts().supervision.happenedHint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** The time of what has just happened, as a form begins. */
export function useJustNow(): string {
  return typedOf(new Date(useNow()).toISOString())
}
