import { useMemo } from 'react'
import type { ProviderRow } from '#shared/contracts/console-engine/providers.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { useColumnMakers } from '../../queue/use-column-makers.tsx'
import { ExpiryMark } from '../../shell/status/expiry-mark.tsx'
import { ProviderStatusMark } from '../../shell/status/status-mark.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import type { DeskColumn } from '../../table/column.ts'

/** The columns of 服务商. */
export function useProviderColumns(): readonly DeskColumn<ProviderRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  const { categoryName } = useMarketplaces()
  return useMemo(() => {
    const { columns, kind } = texts.providers
    return [
      { ...make.name('name', columns.name, ({ name }) => name), width: 280, minWidth: 224 },
      { ...make.marketplace(columns.marketplace), width: 184, sortable: true },
      make.text('kind', columns.kind, 88, (row) => kind[row.kind]),
      {
        ...make.status(
          columns.status,
          ({ status }) => <ProviderStatusMark status={status} />,
          ({ status }) => texts.statuses.provider[status],
        ),
        sortable: true,
      },
      make.text('categories', columns.categories, 176, (row) =>
        row.categories.map((id) => categoryName(row.marketplace, id)).join(', '),
      ),
      { ...make.date('joinedOn', columns.joinedOn, ({ joinedOn }) => joinedOn), sortable: true },
      {
        id: 'verification',
        header: columns.verification,
        width: 160,
        cell: ({ verification }) => <ExpiryMark day={verification} none={texts.format.none} />,
      },
      {
        id: 'papers',
        header: columns.papers,
        width: 160,
        cell: ({ papers }) => <ExpiryMark day={papers} none={texts.format.none} />,
      },
      {
        id: 'contractEnd',
        header: columns.contractEnd,
        width: 160,
        cell: ({ contractEnd }) => <ExpiryMark day={contractEnd} none={texts.format.none} />,
      },
      {
        ...make.moment('updatedAt', columns.updatedAt, ({ updatedAt }) => updatedAt),
        width: 144,
        hiddenAtFirst: true,
      },
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make, categoryName])
}
