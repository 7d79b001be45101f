import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { CallOutcomeMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { CallRow } from '#shared/contracts/console-engine/interface-calls.ts'

/** The columns of the calls. */
export function useCallColumns(): readonly DeskColumn<CallRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, noAnswer } = texts.interfaceCalls
    const { none } = texts.format
    return [
      { ...make.moment<CallRow>('at', columns.at, ({ at }) => at), compact: 'when' },
      {
        ...make.name<CallRow>('productName', columns.productName, ({ productName }) => productName),
        sortable: false,
      },
      make.text<CallRow>('scene', columns.scene, 128, ({ sceneName }) => say(sceneName)),
      {
        ...{ id: 'status', header: columns.status, width: 112, compact: 'state' },
        cell: ({ outcome }) => <CallOutcomeMark outcome={outcome} />,
        title: ({ outcome }) => texts.statuses.interfaceCall[outcome],
      },
      make.text<CallRow>('resultCode', columns.resultCode, 88, ({ resultCode }) => resultCode ?? noAnswer),
      make.text<CallRow>('orderId', columns.orderId, 176, ({ orderId }) => orderId ?? none),
      make.text<CallRow>('instanceId', columns.instanceId, 176, ({ instanceId }) => instanceId ?? none),
      make.text<CallRow>('name', columns.name, 200, ({ providerName }) => providerName),
      make.marketplace<CallRow>(columns.marketplace),
      make.text<CallRow>('resultMessage', columns.resultMessage, 200, (row) => row.resultMessage ?? none),
      {
        ...{ id: 'callId', header: columns.callId, width: 136, hiddenAtFirst: true },
        cell: (row) => <CopyId id={row.callId} />,
      },
    ]
  }, [texts, make, say])
}
