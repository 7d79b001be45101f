import { Fragment, type ReactNode, useState } from 'react'
import { grouped } from '../format/quantity.ts'
import { useTexts } from '../i18n/language-context.ts'
import { ListAndCase } from '../shell/page/list-and-case.tsx'
import { Page, type PageProps } from '../shell/page/page.tsx'
import { Empty } from '../shell/states/empty.tsx'
import { NoPermission, useUnseen } from '../shell/states/not-visible.tsx'
import type { DeskColumn } from '../table/column.ts'
import { DataTable } from '../table/data-table.tsx'
import type { Selection } from '../table/selection.ts'
import type { QueueCaseProps } from './case-props.ts'
import { QueueExport } from './queue-export.tsx'
import type { Queue } from './use-queue.ts'
import { ViewsMenu } from './views-menu.tsx'

interface QueueFrameProps<
  Search extends object,
  Filter,
  Column extends string,
  Row extends { readonly id: string },
> {
  readonly queue: Queue<Search, Filter, Column, Row>
  readonly title: string
  /** Under this name columns, widths and order are remembered. */
  readonly name: string
  readonly columns: readonly DeskColumn<Row>[]
  readonly filters: ReactNode
  readonly actions?: ReactNode
  /** Shown where the filter leaves nothing. */
  readonly empty: ReactNode
  /** The case that is open; of a queue without one a row leads to a page of its own. */
  readonly children: ((open: QueueCaseProps) => ReactNode) | null
  /** The rows that are selected; null where nothing is done about several at once. */
  readonly selection?: Selection<Row> | null
  /** Below the list: what is done about the rows that were selected. */
  readonly bar?: ReactNode
  /** In place of the case while it is not null. */
  readonly beside?: ReactNode
  /** The page around it, where it is not a plain one. */
  readonly frame?: (props: PageProps) => ReactNode
}

/** The frame of every queue: title and count, export and views, filters, the list, and the case that is open beside it. */
export function QueueFrame<
  Search extends object,
  Filter,
  Column extends string,
  Row extends { readonly id: string },
>(props: QueueFrameProps<Search, Filter, Column, Row>) {
  const { queue, title, name, columns, filters, actions, empty, bar, selection = null, beside = null } = props
  const texts = useTexts()
  // A view arranges the columns anew.
  const [arranged, setArranged] = useState(0)
  const Frame = props.frame ?? Page
  if (useUnseen()(queue.kind) !== null) {
    return (
      <Frame title={title}>
        <NoPermission what={queue.kind} />
      </Frame>
    )
  }
  const { openId, caseProps, total } = queue
  const opened =
    caseProps === null || props.children === null ? null : (
      <Fragment key={caseProps.id}>{props.children(caseProps)}</Fragment>
    )
  return (
    <Frame
      title={title}
      aside={total === null ? null : texts.table.rows(grouped(total))}
      actions={
        <>
          {actions}
          <QueueExport queue={queue} />
          <ViewsMenu
            name={name}
            search={queue.search}
            onChoose={(search) => {
              setArranged((times) => times + 1)
              queue.showView(search)
            }}
          />
        </>
      }
      filters={filters}
    >
      <ListAndCase
        wide={queue.wide && beside === null}
        list={
          <DataTable
            key={arranged}
            name={name}
            label={title}
            columns={columns}
            query={queue.query}
            rowId={(row) => row.id}
            sort={queue.sort}
            onSort={queue.onSort}
            jump={queue.jump}
            compact={(opened ?? beside) !== null}
            openId={openId}
            onShow={(row) => queue.show(row.id)}
            onOpen={(row) => (row.id === openId ? caseProps?.onWide(true) : queue.show(row.id))}
            selection={selection}
            empty={typeof empty === 'string' ? <Empty title={empty} /> : empty}
            scope={JSON.stringify(queue.filter)}
          />
        }
        bar={bar}
        case={beside ?? opened}
      />
    </Frame>
  )
}
