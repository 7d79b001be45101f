import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { ContactStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ContactRow } from '#shared/contracts/console-engine/contacts.ts'
import { AnswerDue } from './answer-due.tsx'

/** The columns of 联系记录. */
export function useContactColumns(): readonly DeskColumn<ContactRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, parties, reasons, noteOf } = texts.contacts
    const { none } = texts.format
    return [
      {
        ...make.moment<ContactRow>('openedAt', columns.openedAt, ({ opened }) => opened.at),
        compact: 'when',
      },
      { ...make.name<ContactRow>('subject', columns.subject, ({ subject }) => subject), sortable: false },
      make.status<ContactRow>(
        columns.status,
        ({ status }) => <ContactStatusMark status={status} />,
        ({ status }) => texts.statuses.contact[status],
      ),
      make.text<ContactRow>('reason', columns.reason, 112, ({ reason }) => reasons[reason]),
      {
        ...{ id: 'dueOn', header: columns.dueOn, width: 136, sortable: true },
        cell: ({ waits }) => <AnswerDue waits={waits} />,
        title: ({ waits }) => waits?.dueOn ?? none,
      },
      make.text<ContactRow>('handedTo', columns.handedTo, 112, ({ waits }) =>
        waits === null ? none : parties[waits.to],
      ),
      make.text<ContactRow>('callerName', columns.callerName, 136, ({ callerName }) => callerName ?? noteOf),
      make.text<ContactRow>(
        'productName',
        columns.productName,
        160,
        ({ productName }) => productName ?? none,
      ),
      make.text<ContactRow>('name', columns.name, 200, ({ providerName }) => providerName || none),
      make.text<ContactRow>('userName', columns.userName, 160, ({ userName }) => userName ?? none),
      make.marketplace<ContactRow>(columns.marketplace),
      {
        ...{ id: 'id', header: columns.id, width: 136, hiddenAtFirst: true },
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make])
}
