import type { CompanyControl } from '../contracts/console-platform/records/company-control.ts'
import type { HolidayTableRecord } from '../contracts/console-platform/records/holiday-table.ts'
import type { PolicyPackRecord } from '../contracts/console-platform/records/policy-pack.ts'
import type { Proposal } from '../contracts/console-platform/records/proposal.ts'
import { type AnyControlValue, controlSheet } from '../rules/in-force/company-controls.ts'
import { type Description, field, UNSAID } from '../values/description.ts'
import {
  count,
  instant,
  money,
  NOTHING,
  phrase,
  rate,
  term,
  text,
  type Value,
  yesNo,
} from '../values/value.ts'
import { STATUS_WORDS } from '../words/statuses.ts'
import {
  bilingualOf,
  countOf,
  dayOf,
  hashText,
  history,
  LABELS,
  marketplace,
  oneOf,
  textOf,
} from './common.ts'

/** What the fields of a control are called. */
export const CONTROL_LABELS = {
  control: { zh: '设置', en: 'Control' },
  value: { zh: '值', en: 'Value' },
  from: { zh: '施行日', en: 'In force from' },
} as const

/** A value of a control in what it is counted in; as it is where this program does not know the control. */
export function controlValue(control: string, value: AnyControlValue): Value {
  if (typeof value === 'string') return value === '' ? NOTHING : text(value)
  if (typeof value === 'boolean') return yesNo(value)
  const holds = controlSheet(control)?.holds
  switch (holds) {
    case 'money':
      return money(value)
    case 'rate':
      return rate(value)
    case 'days':
      return term(String(value), { zh: `${value} 天`, en: value === 1 ? '1 day' : `${value} days` })
    case 'working-days':
      return term(String(value), {
        zh: `${value} 个工作日`,
        en: value === 1 ? '1 working day' : `${value} working days`,
      })
    case 'months':
      return term(String(value), { zh: `${value} 个月`, en: value === 1 ? '1 month' : `${value} months` })
    case 'yes-no':
    case 'text':
    case undefined:
      return count(value)
  }
}

/** A value of a control where it is not known of which. */
export function bareControlValue(value: AnyControlValue): Value {
  if (typeof value === 'string') return value === '' ? NOTHING : text(value)
  return typeof value === 'boolean' ? yesNo(value) : count(value)
}

/** A control by what it is called. */
export const controlName = field<string>(CONTROL_LABELS.control, (control) => {
  const sheet = controlSheet(control)
  return sheet === null ? text(control) : term(control, sheet.name)
})

type Stamp = Proposal['proposed']
const stampSaid = ({ byName, at }: Stamp): Value => phrase(text(byName), instant(at))

/** How what every proposal has is said. */
const PROPOSAL: Description<Proposal> = {
  id: UNSAID,
  version: UNSAID,
  status: oneOf(LABELS.status, STATUS_WORDS.companyControl),
  from: dayOf(CONTROL_LABELS.from),
  reason: textOf(LABELS.reason),
  proposed: field<Stamp>({ zh: '提出', en: 'Proposed' }, stampSaid),
  decided: field<Proposal['decided']>({ zh: '复核', en: 'Decided' }, (decided) =>
    decided === null ? text(null) : phrase(stampSaid(decided), text(decided.reason)),
  ),
  history,
  updatedAt: UNSAID,
}

/** How a value of a control is said. */
export const COMPANY_CONTROL: Description<CompanyControl> = {
  control: controlName,
  value: field<AnyControlValue>(CONTROL_LABELS.value, bareControlValue),
  ...PROPOSAL,
}

/** Of the file that a proposal was made from. */
export const FROM_FILE = {
  fileName: textOf({ zh: '文件', en: 'File' }),
  fileHash: field<string>({ zh: '文件 SHA-256', en: 'SHA-256 of the file' }, hashText),
}

/** How a pack that was added at the desk is said; its rules are shown by their difference. */
export const POLICY_PACK: Description<PolicyPackRecord> = {
  marketplace,
  name: bilingualOf(LABELS.name),
  packVersion: textOf({ zh: '版本', en: 'Version' }),
  ...FROM_FILE,
  pack: UNSAID,
  ...PROPOSAL,
}

/** How a table of holidays that was imported is said; its days are shown by their difference. */
export const HOLIDAY_TABLE: Description<HolidayTableRecord> = {
  year: countOf({ zh: '年份', en: 'Year' }),
  ...FROM_FILE,
  table: UNSAID,
  ...PROPOSAL,
}
