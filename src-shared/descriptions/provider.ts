import type { Bilingual } from '../base/bilingual.ts'
import type { CommandAbout, CommandArguments } from '../contracts/console-platform/commands.ts'
import type {
  ContractTerm,
  Provider,
  ProviderDecision,
} from '../contracts/console-platform/records/provider.ts'
import { type Description, entries, type Field, field, parts, UNSAID } from '../values/description.ts'
import { day, instant, labelled, list, phrase, term, text } from '../values/value.ts'
import { actionName } from '../words/actions.ts'
import { RENEWAL_WORDS, VERIFICATION_WORDS } from '../words/providers.ts'
import { STATUS_WORDS } from '../words/statuses.ts'
import {
  amountOf,
  attachments,
  attachmentsSaid,
  countOf,
  dayOf,
  entriesOf,
  LABELS,
  marketplace,
  named,
  oneOf,
  textOf,
  yesNoOf,
} from './common.ts'
import { documents, PAPERS, paperSaid } from './papers.ts'

type Words<K extends string> = Readonly<Record<K, Bilingual>>

export const PROVIDER_KIND_WORDS: Words<Provider['kind']> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  individual: { zh: '个人', en: 'Individual' },
}
export const PROVIDER_SOURCE_WORDS: Words<Provider['source']> = {
  official: { zh: '官方', en: 'Official' },
  isv: { zh: '软件开发商', en: 'ISV' },
  community: { zh: '社区开发者', en: 'Community' },
}

const NOT_VISIBLE = term('', { zh: '不可见', en: 'not visible' })

/** Papers, or that they are not to be seen. */
const papers: Field<Provider['documents']> = {
  tell: (all, names) => (all === null ? [{ label: PAPERS, value: NOT_VISIBLE }] : documents.tell(all, names)),
  compare: (seen, current, names) => {
    if (seen !== null && current !== null) return documents.compare(seen, current, names)
    if (seen === current) return []
    const said = (all: Provider['documents']) =>
      all === null ? NOT_VISIBLE : list(all.map((each) => paperSaid(each, names)))
    return [{ label: PAPERS, seen: said(seen), current: said(current) }]
  },
}

const TERM = {
  from: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'Until' },
} as const

/** How a provider is said. */
export const PROVIDER: Description<Provider> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  status: oneOf(LABELS.status, STATUS_WORDS.provider),
  kind: oneOf({ zh: '主体类型', en: 'Kind' }, PROVIDER_KIND_WORDS),
  name: textOf(LABELS.name),
  uscc: textOf({ zh: '统一社会信用代码', en: 'USCC' }),
  residentId: textOf({ zh: '身份证号', en: 'Resident id' }),
  staff: countOf({ zh: '团队人数', en: 'Staff' }),
  registeredCapital: amountOf({ zh: '注册资金', en: 'Registered capital' }),
  foundedOn: dayOf({ zh: '成立日期', en: 'Founded on' }),
  licenceIssuedOn: dayOf({ zh: '营业执照签发日期', en: 'Licence issued on' }),
  categories: entriesOf({ zh: '类目', en: 'Categories' }, 'category'),
  source: oneOf({ zh: '来源', en: 'Source' }, PROVIDER_SOURCE_WORDS),
  freeOrOpenSourceOnly: yesNoOf({ zh: '仅提供免费或开源软件', en: 'Free or open source only' }),
  openSourceOnly: yesNoOf({ zh: '全部为开源软件', en: 'Open source throughout' }),
  payoutsPaused: yesNoOf({ zh: '暂停提现', en: 'Payouts paused' }),
  joinedOn: dayOf({ zh: '入驻日期', en: 'Joined on' }),
  contact: parts<NonNullable<Provider['contact']>>(
    {
      name: textOf({ zh: '姓名', en: 'Name' }),
      phone: textOf({ zh: '电话', en: 'Phone' }),
      email: textOf({ zh: '邮箱', en: 'E-mail' }),
    },
    { zh: '联系人', en: 'Contact' },
  ),
  website: textOf({ zh: '网址', en: 'Website' }),
  documents: papers,
  terms: entries<ContractTerm>(
    { zh: '协议期限', en: 'Contract terms' },
    ({ agreement, from }) => `${agreement} ${from}`,
    ({ agreement, from, until, renewal }, names) =>
      phrase(
        named('agreement', agreement, names),
        labelled(TERM.from, day(from)),
        labelled(TERM.until, day(until)),
        term(renewal, RENEWAL_WORDS[renewal]),
      ),
  ),
  decisions: entries<ProviderDecision>(
    { zh: '决定', en: 'Decisions' },
    ({ at, what }) => `${at} ${what}`,
    ({ what, on, outcome, reason, attachments: files, byName, at }) =>
      phrase(
        term(what, actionName(`provider.${what}`)),
        day(on),
        ...(outcome === null ? [] : [term(outcome, VERIFICATION_WORDS[outcome])]),
        text(reason),
        attachmentsSaid(files),
        text(byName),
        instant(at),
      ),
  ),
  updatedAt: UNSAID,
}

const why = { reason: textOf(LABELS.reason), attachments }
const DAY = { zh: '日期', en: 'Day' }

type Said = { readonly [T in CommandAbout<'provider'>]: Description<CommandArguments<T>> }

/** What the commands about a provider say. */
export const PROVIDER_COMMANDS_SAID: Said = {
  'provider.record-term': {
    agreement: field<string>({ zh: '协议', en: 'Agreement' }, (id, names) => named('agreement', id, names)),
    from: dayOf({ zh: '起始日', en: 'First day' }),
    until: dayOf({ zh: '到期日', en: 'Last day' }),
    renewal: oneOf({ zh: '续约', en: 'Renewal' }, RENEWAL_WORDS),
    ...why,
  },
  'provider.re-verify': {
    on: dayOf({ zh: '查询日期', en: 'Looked up on' }),
    outcome: oneOf({ zh: '复审结果', en: 'Outcome' }, VERIFICATION_WORDS),
    documents: entries<CommandArguments<'provider.re-verify'>['documents'][number]>(
      { zh: '更新的证照', en: 'Renewed papers' },
      ({ kind, file }) => `${kind} ${file.sha256}`,
      ({ kind, expiresOn, file }, names) =>
        phrase(
          named('document', kind, names),
          labelled({ zh: '有效期至', en: 'Expires on' }, day(expiresOn)),
          attachmentsSaid([file]),
        ),
    ),
    ...why,
  },
  'provider.resume': why,
  'provider.resume-payouts': why,
  'provider.pause-payouts': why,
  'provider.suspend': why,
  'provider.leave': { on: dayOf(DAY), ...why },
  'provider.close': why,
}
