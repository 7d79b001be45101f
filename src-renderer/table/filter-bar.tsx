import { ActionIcon, Button, Group, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronDown, IconFilterOff, IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n/language-context.ts'
import { useKeys } from '../shell/keys/use-keys.ts'

interface FilterBarProps {
  readonly children: ReactNode
  /** Whether anything is filtered; then all of it can be cleared at once. */
  readonly active: boolean
  readonly onClear: () => void
}

/** One line of filters above a table. */
export function FilterBar({ children, active, onClear }: FilterBarProps) {
  const texts = useTexts().table
  return (
    <Group gap={8} role="search">
      {children}
      {active ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={texts.clear}
          title={texts.clear}
          onClick={onClear}
        >
          <IconFilterOff size={16} />
        </ActionIcon>
      ) : null}
    </Group>
  )
}

interface TextFilterProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

const REST_MS = 120

/** Typed characters show at once; the filter follows when the fingers rest. `/` goes there. */
export function TextFilter({ value, onChange, placeholder }: TextFilterProps) {
  const texts = useTexts().table
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const newest = useRef(onChange)
  useEffect(() => {
    newest.current = onChange
  })
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (typed === sent.current) return
    const timer = window.setTimeout(() => {
      sent.current = typed
      newest.current(typed)
    }, REST_MS)
    return () => window.clearTimeout(timer)
  }, [typed])
  const label = placeholder ?? texts.filterText
  useKeys([{ means: 'find-in-list', label, run: () => input.current?.focus() }])
  return (
    <TextInput
      ref={input}
      w={200}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Back to the list; an Enter that ends the writing of a character does not.
        const isDone = event.key === 'Enter' && !event.nativeEvent.isComposing
        if (isDone || event.key === 'Escape') input.current?.blur()
      }}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={20}
            aria-label={texts.clear}
            onClick={() => setTyped('')}
          >
            <IconX size={12} />
          </ActionIcon>
        )
      }
    />
  )
}

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface ChoicesFilterProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  /** Nothing chosen means all. */
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
}

/** Several of a list: “状态: 审核中 +1”. */
export function ChoicesFilter<Value extends string>(props: ChoicesFilterProps<Value>) {
  const { label, choices, value, onChange } = props
  const chosen = choices.filter((choice) => value.includes(choice.value))
  const [first, ...others] = chosen
  const said =
    first === undefined ? label : `${label}: ${first.label}${others.length === 0 ? '' : ` +${others.length}`}`
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant={first === undefined ? 'default' : 'light'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {said}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {choices.map((choice) => (
          <Menu.CheckboxItem
            key={choice.value}
            checked={value.includes(choice.value)}
            onChange={(on) =>
              onChange(
                choices
                  .map((each) => each.value)
                  .filter((each) => (each === choice.value ? on : value.includes(each))),
              )
            }
          >
            {choice.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface SegmentFilterProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few. */
export function SegmentFilter<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: SegmentFilterProps<Value>) {
  return <SegmentedControl aria-label={label} data={[...choices]} value={value} onChange={onChange} />
}
