import type { z } from 'zod'
import type { Bilingual } from '../base/bilingual.ts'
import type {
  findingOverrideSchema,
  Listing,
  ListingVersion,
  Offer,
  planSchema,
} from '../contracts/console-platform/records/listing.ts'
import type { Finding } from '../rules/verdict.ts'
import { type Description, entries, field, parts, UNSAID } from '../values/description.ts'
import { count, instant, labelled, money, phrase, term, text } from '../values/value.ts'
import { STATUS_WORDS } from '../words/statuses.ts'
import {
  assignee,
  bilingualOf,
  countOf,
  dayOf,
  hashText,
  history,
  instantOf,
  LABELS,
  marketplace,
  named,
  oneOf,
  record,
  textOf,
  yesNoOf,
} from './common.ts'

type Plan = Readonly<z.infer<typeof planSchema>>
type Override = Readonly<z.infer<typeof findingOverrideSchema>>

const SEVERITY_WORDS: Readonly<Record<Finding['severity'], Bilingual>> = {
  must: { zh: '必改', en: 'Must' },
  should: { zh: '建议', en: 'Should' },
  info: { zh: '提示', en: 'Info' },
}

const TITLE: Bilingual = { zh: '标题', en: 'Title' }
const category = field<string>(LABELS.category, (id, names) => named('category', id, names))

/** How a product is said. */
export const LISTING: Description<Listing> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: textOf(LABELS.provider),
  status: oneOf(LABELS.status, STATUS_WORDS.listing),
  name: textOf(LABELS.name),
  title: bilingualOf(TITLE),
  category,
  liveVersionId: field<string | null>({ zh: '在售版本', en: 'Live version' }, (id, names) =>
    id === null ? text(null) : record('listingVersion', id, names),
  ),
  updatedAt: UNSAID,
}

const offer: Description<Offer> = {
  delivery: oneOf(
    { zh: '交付方式', en: 'Delivery' },
    { online: { zh: '线上', en: 'Online' }, offline: { zh: '线下', en: 'Offline' } },
  ),
  plans: entries<Plan>(
    { zh: '套餐', en: 'Plan' },
    ({ name, months }) => `${name} ${months}`,
    ({ name, price, months, quota }) =>
      phrase(
        text(name),
        money(price),
        labelled({ zh: '月数', en: 'Months' }, count(months)),
        labelled({ zh: '额度', en: 'Quota' }, text(quota)),
      ),
  ),
  priceShownPublicly: yesNoOf({ zh: '公开价格', en: 'Price shown publicly' }),
  paid: yesNoOf({ zh: '收费', en: 'Paid' }),
}

const findings = entries<Finding>(
  { zh: '检查结果', en: 'Finding' },
  ({ ruleId, place }) => `${ruleId} ${place}`,
  ({ ruleId, severity, message, place, remedy, citation }) =>
    phrase(
      term(severity, SEVERITY_WORDS[severity]),
      term(ruleId, message),
      text(place),
      labelled({ zh: '如何补救', en: 'Remedy' }, term(ruleId, remedy)),
      text(citation === null ? null : citation.quote),
    ),
)

/** How a version of a product is said. */
export const LISTING_VERSION: Description<ListingVersion> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: textOf(LABELS.provider),
  listingId: field<string>({ zh: '商品', en: 'Listing' }, (id, names) => record('listing', id, names)),
  status: oneOf(LABELS.status, STATUS_WORDS.listingVersion),
  listingName: textOf(LABELS.name),
  title: bilingualOf(TITLE),
  category,
  packageVersion: textOf({ zh: '版本', en: 'Version' }),
  packageHash: field({ zh: '软件包', en: 'Package' }, hashText),
  packageBytes: countOf({ zh: '软件包字节', en: 'Package bytes' }),
  uploads: entries<ListingVersion['uploads'][number]>(
    { zh: '上传的图片', en: 'Uploaded picture' },
    ({ path, url }) => `${path} ${url}`,
    ({ path, url, fileHash }) => phrase(text(path), text(url), hashText(fileHash)),
  ),
  offer: parts(offer),
  findings,
  overrides: entries<Override>(
    { zh: '豁免', en: 'Override' },
    ({ ruleId, at }) => `${ruleId} ${at}`,
    ({ ruleId, reason, byName, at }, names) =>
      phrase(
        named('reason', ruleId, names),
        labelled(LABELS.reason, text(reason)),
        text(byName),
        instant(at),
      ),
  ),
  assignee,
  livePackageHash: field({ zh: '在售软件包', en: 'Live package' }, hashText),
  submittedAt: instantOf(LABELS.submittedAt),
  dueOn: dayOf(LABELS.dueOn),
  decidedAt: instantOf(LABELS.decidedAt),
  history,
  updatedAt: UNSAID,
}
