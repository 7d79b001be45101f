import type { ReactNode } from 'react'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { NotVisible, useUnseen } from '../../shell/states/not-visible.tsx'
import classes from './providers.module.css'

interface RecordListProps<Row> {
  readonly kind: RecordKind
  readonly title: string
  readonly rows: readonly Row[]
  /** Said where there are none. */
  readonly none: string
  readonly children: (row: Row) => ReactNode
  /** Below them. */
  readonly foot?: ReactNode
}

/** Records of one kind that belong to a vendor; who may not see that kind is told so. */
export function RecordList<Row>({ kind, title, rows, none, children, foot = null }: RecordListProps<Row>) {
  const unseen = useUnseen()(kind)
  return (
    <Panel title={title}>
      {unseen === null ? null : (
        <PanelNote>
          <NotVisible what={unseen} />
        </PanelNote>
      )}
      {unseen === null && rows.length === 0 ? <PanelNote>{none}</PanelNote> : null}
      <div className={classes.lines}>{rows.map(children)}</div>
      {foot === null ? null : <PanelNote>{foot}</PanelNote>}
    </Panel>
  )
}
