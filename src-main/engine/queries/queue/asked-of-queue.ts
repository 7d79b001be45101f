import type { Bilingual } from '#shared/base/bilingual.ts'
import { QUEUE_FILTER_WORDS } from '#shared/words/queue-filter.ts'
import type { AskedFor } from '../export-queue.ts'
import { listMarketplaces, marketplaceName } from '../marketplaces.ts'
import { personOf } from '../people.ts'
import type { QueryContext } from '../query-context.ts'
import type { QueueFilter } from './queue-filter.ts'

type Heading = 'status' | 'marketplace' | 'category' | 'assignee' | 'clock' | 'text'

/** What was asked of a review queue, in words. */
export function askedOfQueue<Filter extends QueueFilter>(
  context: QueryContext,
  { statuses, marketplaces, category, assignee, clock, text }: Filter,
  headings: Readonly<Record<Heading, Bilingual>>,
  statusWords: Readonly<Record<Filter['statuses'][number], Bilingual>>,
  language: keyof Bilingual,
): AskedFor[] {
  const states: readonly Filter['statuses'][number][] = statuses
  return [
    { heading: headings.status, values: states.map((status) => statusWords[status][language]) },
    {
      heading: headings.marketplace,
      values: marketplaces.map((key) => marketplaceName(context, key)[language]),
    },
    {
      heading: headings.category,
      values: category === null ? [] : [categoryWord(context, category)[language]],
    },
    { heading: headings.assignee, values: assigneeWords(context, assignee, language) },
    { heading: headings.clock, values: clock === 'any' ? [] : [QUEUE_FILTER_WORDS[clock][language]] },
    { heading: headings.text, values: text === '' ? [] : [text] },
  ]
}

/** A category of providers or of products; one that no pack of today knows is shown by its id. */
function categoryWord({ packs, today }: QueryContext, id: string): Bilingual {
  const known = listMarketplaces(packs, today).flatMap((each) => [
    ...each.categories,
    ...each.listingCategories,
  ])
  return known.find((each) => each.id === id)?.name ?? { zh: id, en: id }
}

function assigneeWords(context: QueryContext, assignee: string, language: keyof Bilingual): string[] {
  if (assignee === 'anyone') return []
  if (assignee === 'nobody') return [QUEUE_FILTER_WORDS.nobody[language]]
  if (assignee === 'mine') return [context.workspace.account.name]
  return [personOf(context, assignee)?.name ?? assignee]
}
