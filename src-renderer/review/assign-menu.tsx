import { Button, Menu } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'

interface AssignMenuProps {
  /** Who may be given the case: those who may do this. */
  readonly toDo: CommandType
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly disabled: boolean
  /** Instead of the assignee, where several cases are assigned at once. */
  readonly label?: string
  readonly onAssign: (operatorId: string | null) => void
}

/** Whose case this is, and handing it over. */
export function AssignMenu({ toDo, assignee, disabled, label, onAssign }: AssignMenuProps) {
  const texts = useTexts().review
  const session = useQuery(engine.session.get.queryOptions())
  const operators = useQuery(engine.operators.queryOptions())
  const me = session.data?.account?.id
  const able = (operators.data ?? []).filter(
    (operator) => operator.active && mayCommand(operator.roles, toDo),
  )
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconUser size={14} aria-hidden />}
          aria-label={label ?? texts.labelled(texts.bar.assignee, assignee?.name ?? texts.nobody)}
        >
          {label ?? assignee?.name ?? texts.nobody}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Menu.Label>{texts.bar.assign}</Menu.Label>
        {able.map((operator) => (
          <Menu.Item
            key={operator.id}
            disabled={operator.id === assignee?.id}
            onClick={() => onAssign(operator.id)}
          >
            {operator.id === me ? `${operator.name}（${texts.myself}）` : operator.name}
          </Menu.Item>
        ))}
        {assignee === null ? null : (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onAssign(null)}>{texts.bar.unassign}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
