import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { ProviderStatusMark } from '../../shell/status/status-mark.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import type { DeskColumn } from '../../table/column.ts'
import classes from './providers.module.css'

/** The columns of 服务商. */
export function useProviderColumns(): readonly DeskColumn<Provider>[] {
  const texts = useTexts()
  const { marketplaceName, categoryName } = useMarketplaces()
  return useMemo(() => {
    const words = texts.providers
    const categories = (row: Provider) =>
      row.categories.map((id) => categoryName(row.marketplace, id)).join(', ')
    return [
      {
        id: 'name',
        header: words.columns.name,
        width: 280,
        minWidth: 224,
        grow: true,
        sortable: true,
        fixed: true,
        cell: (row) => (
          <Link to="/providers/$id" params={{ id: row.id }} className={classes.link} tabIndex={-1}>
            {row.name}
          </Link>
        ),
        title: (row) => row.name,
      },
      {
        id: 'marketplace',
        header: words.columns.marketplace,
        width: 184,
        sortable: true,
        cell: (row) => marketplaceName(row.marketplace),
        title: (row) => marketplaceName(row.marketplace),
      },
      { id: 'kind', header: words.columns.kind, width: 88, cell: (row) => words.kind[row.kind] },
      {
        id: 'status',
        header: words.columns.status,
        width: 112,
        sortable: true,
        cell: (row) => <ProviderStatusMark status={row.status} />,
      },
      { id: 'categories', header: words.columns.categories, width: 176, cell: categories, title: categories },
      {
        id: 'joinedOn',
        header: words.columns.joinedOn,
        width: 112,
        sortable: true,
        cell: (row) => row.joinedOn ?? texts.format.none,
      },
      {
        id: 'updatedAt',
        header: words.columns.updatedAt,
        width: 144,
        sortable: true,
        hiddenAtFirst: true,
        cell: (row) => <Moment at={row.updatedAt} />,
      },
      {
        id: 'id',
        header: words.columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, marketplaceName, categoryName])
}
