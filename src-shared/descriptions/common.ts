import type { Bilingual } from '../base/bilingual.ts'
import type { Attachment } from '../contracts/console-platform/records/attachment.ts'
import type { HistoryEntry } from '../contracts/console-platform/records/history.ts'
import { entries, type Field, field, type Names, type PackList, parts } from '../values/description.ts'
import {
  count,
  day,
  instant,
  labelled,
  list,
  money,
  NOTHING,
  type PlainValue,
  phrase,
  term,
  text,
  type Value,
  yesNo,
} from '../values/value.ts'
import { actionName } from '../words/actions.ts'

/** Labels that many records and commands share. */
export const LABELS = {
  status: { zh: '状态', en: 'State' },
  marketplace: { zh: '市场', en: 'Marketplace' },
  provider: { zh: '服务商', en: 'Provider' },
  category: { zh: '类目', en: 'Category' },
  assignee: { zh: '处理人', en: 'Assignee' },
  reason: { zh: '理由', en: 'Reason' },
  reasons: { zh: '理由', en: 'Reasons' },
  noteToVendor: { zh: '给服务商的说明', en: 'Note to the provider' },
  internalNote: { zh: '内部备注', en: 'Internal note' },
  note: { zh: '备注', en: 'Note' },
  amount: { zh: '金额', en: 'Amount' },
  name: { zh: '名称', en: 'Name' },
  rule: { zh: '规则', en: 'Rule' },
  account: { zh: '账户', en: 'Account' },
  submittedAt: { zh: '提交时间', en: 'Submitted' },
  decidedAt: { zh: '决定时间', en: 'Decided' },
  dueOn: { zh: '截止日期', en: 'Due' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
} as const satisfies Readonly<Record<string, Bilingual>>

const NOBODY: Bilingual = { zh: '未分配', en: 'Unassigned' }
const HISTORY: Bilingual = { zh: '新的记录', en: 'New entry' }

export const amountOf = (label: Bilingual) => field<number | null>(label, money)
export const dayOf = (label: Bilingual) => field<string | null>(label, day)
export const instantOf = (label: Bilingual) => field<string | null>(label, instant)
export const countOf = (label: Bilingual) => field<number | null>(label, count)
export const yesNoOf = (label: Bilingual) => field<boolean | null>(label, yesNo)
export const textOf = (label: Bilingual) => field<string | null>(label, text)
export const bilingualOf = (label: Bilingual) => field<Bilingual>(label, (name) => term(name.zh, name))

/** One of a closed list by its words. */
export function oneOf<K extends string>(
  label: Bilingual,
  words: Readonly<Record<K, Bilingual>>,
): Field<K | null> {
  return field(label, (key) => (key === null ? NOTHING : term(key, words[key])))
}

/** What the rules of the marketplace have names for. */
export function entriesOf(label: Bilingual, of: PackList): Field<readonly string[]> {
  return entries(
    label,
    (id) => id,
    (id, names) => named(of, id, names),
  )
}

/** As the rules of the marketplace call it, else by its id. */
export function named(of: PackList, id: string, names: Names): PlainValue {
  const name = names.entry(of, id)
  return name === null ? text(id) : term(id, name)
}

export function person(id: string, names: Names): PlainValue {
  return { kind: 'person', id, name: names.person(id) }
}

export function record(kind: string, id: string, names: Names): PlainValue {
  return { kind: 'record', record: kind, id, title: names.record(kind, id) }
}

export const marketplace = field<string>(LABELS.marketplace, (key, names) => {
  const name = names.marketplace(key)
  return name === null ? text(key) : term(key, name)
})

/** Who it is given to; nobody is said. */
export const assignee = field<string | null>(LABELS.assignee, (id, names) =>
  id === null ? term('', NOBODY) : person(id, names),
)

/** Steps of a history: when, who, what, and what was said. */
export const history = entries<HistoryEntry>(
  HISTORY,
  ({ at, actor, action }) => `${at} ${actor} ${action}`,
  ({ at, actorName, action, noteToVendor, internalNote, reasons }, names): Value =>
    phrase(
      instant(at),
      text(actorName),
      term(action, actionName(action)),
      labelled(LABELS.reasons, list(reasons.map((id) => named('reason', id, names)))),
      labelled(LABELS.noteToVendor, text(noteToVendor)),
      labelled(LABELS.internalNote, text(internalNote)),
    ),
)

/** The first and last day of something. */
export const PERIOD = parts<{ readonly from: string; readonly to: string }>(
  { from: dayOf(LABELS.from), to: dayOf(LABELS.to) },
  { zh: '期间', en: 'Period' },
)

interface SkippedRows {
  readonly rows: number
  readonly matter: number
  readonly first: readonly {
    readonly place: { readonly page: string; readonly row: number }
    readonly reason: string
    readonly excerpt: string
  }[]
}

/** Rows of a file that were left out; `mayMatter` says what of them may be more than decoration. */
export function skippedRows(mayMatter: Bilingual): Field<SkippedRows | null> {
  return parts<SkippedRows>(
    {
      rows: countOf({ zh: '行', en: 'Rows' }),
      matter: countOf(mayMatter),
      first: entries<SkippedRows['first'][number]>(
        { zh: '其中', en: 'Of them' },
        ({ place: { page, row } }) => `${page} ${row}`,
        ({ place: { page, row }, reason, excerpt }) =>
          phrase(text(page), count(row), text(reason), text(excerpt)),
      ),
    },
    { zh: '未读取的行', en: 'Rows left out' },
  )
}

/** The beginning of a hash: enough to tell two files apart. */
export function hashText(hash: string | null): PlainValue {
  return text(hash === null ? null : hash.slice(0, 12))
}

const ATTACHED: Bilingual = { zh: '附件', en: 'Attached file' }

/** Files beside a text that says what they prove. */
export const attachments = entries<Attachment>(
  ATTACHED,
  ({ sha256, name }) => `${sha256} ${name}`,
  attachmentSaid,
)

/** The same, as a part of what is said about something else. */
export function attachmentsSaid(of: readonly Attachment[]): Value {
  return of.length === 0 ? NOTHING : labelled(ATTACHED, phrase(...of.map(attachmentSaid)))
}

function attachmentSaid({ sha256, name, size }: Attachment): Value {
  return phrase(text(name), labelled({ zh: '字节', en: 'Bytes' }, count(size)), hashText(sha256))
}
