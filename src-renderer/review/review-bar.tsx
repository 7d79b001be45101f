import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { SelectionBar } from '#renderer/queue/selection-bar.tsx'
import { useDecideEach } from '#renderer/queue/use-decide-each.tsx'
import type { Selection } from '#renderer/table/selection.ts'
import { AssignMenu } from './assign-menu.tsx'

interface ReviewBarProps<Row> {
  readonly of: 'application' | 'listing'
  readonly selection: Selection<Row>
  readonly nameOf: (row: Row) => string
}

/** What is done about several cases of a review queue at once: assigning them and starting their review. */
export function ReviewBar<Row extends { readonly id: string; readonly version: number }>(
  props: ReviewBarProps<Row>,
) {
  const { of, selection, nameOf } = props
  const texts = useTexts()
  const { decideEach, deciding } = useDecideEach(nameOf)
  const rows = [...selection.rows.values()]
  const give = async (type: `${typeof of}.${'assign' | 'start-review'}`, args: object) => {
    // Each of these commands takes what its button gives it: a colleague, or nothing.
    selection.drop(await decideEach(type, rows, args as never))
  }
  return (
    <SelectionBar count={rows.length} onClear={selection.clear}>
      <AssignMenu
        toDo={`${of}.start-review`}
        assignee={null}
        disabled={deciding}
        label={texts.commands.doing[`${of}.assign`]}
        onAssign={(assignee) => void give(`${of}.assign`, { assignee })}
      />
      <Button
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        loading={deciding}
        onClick={() => void give(`${of}.start-review`, {})}
      >
        {texts.commands.doing[`${of}.start-review`]}
      </Button>
    </SelectionBar>
  )
}
