import { Button, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTexts } from '../i18n/language-context.ts'
import type { DeskColumn, Sort } from './column.ts'
import classes from './data-table.module.css'

interface CompactHeaderProps<Row, Column extends string> {
  readonly columns: readonly DeskColumn<Row>[]
  readonly sort: Sort<Column>
  readonly onSort: (sort: Sort<Column>) => void
}

/** Above compact rows, which have no columns to sort by: what they are sorted by. */
export function CompactHeader<Row, Column extends string>({
  columns,
  sort,
  onSort,
}: CompactHeaderProps<Row, Column>) {
  const texts = useTexts().table
  const sorted = columns.find(({ id }) => id === sort.column)
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp
  return (
    <div className={classes.compactHead}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            rightSection={<Arrow size={13} aria-hidden />}
          >
            {texts.sortBy(sorted?.header ?? '')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {columns
            .filter(({ sortable }) => sortable === true)
            .map(({ id, header }) => (
              <Menu.Item
                key={id}
                rightSection={id === sort.column ? <Arrow size={13} aria-hidden /> : null}
                // Sortable columns have the ids of the engine's sorts.
                onClick={() =>
                  onSort({ column: id as Column, descending: id === sort.column && !sort.descending })
                }
              >
                {header}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
