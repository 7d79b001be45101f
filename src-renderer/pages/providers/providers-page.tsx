import { useSearch } from '@tanstack/react-router'
import { PROVIDER_REVIEWS } from '#shared/contracts/console-engine/providers.ts'
import { providerStatusSchema } from '#shared/contracts/console-platform/records/provider.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { QueueFrame } from '../../queue/queue-frame.tsx'
import { useQueue } from '../../queue/use-queue.ts'
import { Empty } from '../../shell/states/empty.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '../../table/filter-bar.tsx'
import { useProviderColumns } from './provider-columns.tsx'

/** 服务商: every vendor of every marketplace. A vendor has a page of its own. */
export function ProvidersPage() {
  const texts = useTexts()
  const { choices } = useMarketplaces()
  const search = useSearch({ from: '/providers' })
  const { statuses = [], marketplaces = [], reviews = [], text = '' } = search
  const queue = useQueue({
    kind: 'provider',
    address: '/providers',
    search,
    filter: { statuses, marketplaces, reviews, text },
    firstSort: 'name',
    list: engine.providers.list,
    exported: engine.providers.export,
  })
  const { change } = queue
  return (
    <QueueFrame
      queue={queue}
      name="providers"
      title={texts.shell.screens.providers}
      columns={useProviderColumns()}
      empty={<Empty title={texts.providers.nothing} lead={texts.providers.nothingLead} />}
      filters={
        <FilterBar
          active={statuses.length + marketplaces.length + reviews.length + text.length > 0}
          onClear={() =>
            change({ statuses: undefined, marketplaces: undefined, reviews: undefined, text: undefined })
          }
        >
          <TextFilter
            placeholder={texts.providers.filterText}
            value={text}
            onChange={(value) => change({ text: value === '' ? undefined : value })}
          />
          <ChoicesFilter
            label={texts.providers.columns.status}
            choices={providerStatusSchema.options.map((value) => ({
              value,
              label: texts.statuses.provider[value],
            }))}
            value={statuses}
            onChange={(value) => change({ statuses: value.length === 0 ? undefined : value })}
          />
          <ChoicesFilter
            label={texts.providers.columns.marketplace}
            choices={choices}
            value={marketplaces}
            onChange={(value) => change({ marketplaces: value.length === 0 ? undefined : value })}
          />
          <ChoicesFilter
            label={texts.providers.columns.reviews}
            choices={PROVIDER_REVIEWS.map((value) => ({ value, label: texts.providers.review[value] }))}
            value={reviews}
            onChange={(value) => change({ reviews: value.length === 0 ? undefined : value })}
          />
        </FilterBar>
      }
    >
      {null}
    </QueueFrame>
  )
}
