import { ActionIcon, Group, Menu } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconColumns3, IconRestore } from '@tabler/icons-react'
import { useTexts } from '../i18n/language-context.ts'
import type { DeskColumn } from './column.ts'
import classes from './data-table.module.css'
import { AS_DESIGNED, isShown, orderOf, type TableLayout, withMoved, withShown } from './layout.ts'

interface ColumnsMenuProps<Row> {
  readonly columns: readonly DeskColumn<Row>[]
  readonly layout: TableLayout
  readonly change: (change: (layout: TableLayout) => TableLayout) => void
}

/** Which columns are on screen, and in which order. */
export function ColumnsMenu<Row>({ columns, layout, change }: ColumnsMenuProps<Row>) {
  const texts = useTexts().table
  return (
    <Menu position="bottom-end" closeOnItemClick={false} width={240}>
      <Menu.Target>
        <ActionIcon
          className={classes.columnsButton ?? ''}
          variant="subtle"
          color="gray"
          w={36}
          h={33}
          radius={0}
          aria-label={texts.columns}
        >
          <IconColumns3 size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {orderOf(columns, layout).map((id) => {
          const column = columns.find((candidate) => candidate.id === id)
          if (column === undefined) return null
          return (
            <Group key={id} gap={0} wrap="nowrap">
              <Menu.CheckboxItem
                className={classes.columnsItem ?? ''}
                checked={isShown(column, layout)}
                disabled={column.fixed === true}
                onChange={(shown) => change((before) => withShown(before, id, shown))}
              >
                {column.header}
              </Menu.CheckboxItem>
              {([-1, 1] as const).map((by) => (
                <ActionIcon
                  key={by}
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={by === -1 ? texts.moveLeft(column.header) : texts.moveRight(column.header)}
                  onClick={() => change((before) => withMoved(columns, before, id, by))}
                >
                  {by === -1 ? <IconArrowLeft size={14} /> : <IconArrowRight size={14} />}
                </ActionIcon>
              ))}
            </Group>
          )
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconRestore size={14} />} onClick={() => change(() => AS_DESIGNED)}>
          {texts.resetColumns}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
