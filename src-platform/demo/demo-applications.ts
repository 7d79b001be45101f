import type { Instant } from '#shared/base/ids.ts'
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { addWorkingDays, type WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import type {
  Application,
  ApplicationStatus,
} from '#shared/contracts/console-platform/records/application.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import type { SeededRandom } from './seeded-random.ts'

const HOUR = 3_600_000
const [REVIEWER, MANAGER] = DEMO_ACCOUNTS

/** The commands that lead to a status, in order. */
const PATHS: Readonly<Record<ApplicationStatus, readonly string[]>> = {
  submitted: [],
  in_review: ['application.start-review'],
  changes_requested: ['application.start-review', 'application.request-changes'],
  approved: ['application.start-review', 'application.approve'],
  contract_pending: ['application.start-review', 'application.approve'],
  deposit_pending: ['application.start-review', 'application.approve', 'application.record-contract'],
  open: [
    'application.start-review',
    'application.approve',
    'application.record-contract',
    'application.open',
  ],
  rejected: ['application.start-review', 'application.reject'],
  withdrawn: ['vendor.withdraw'],
}

export interface DemoApplicationWish {
  readonly id: string
  readonly providerId: string
  readonly applicant: Applicant
  readonly purpose: Application['purpose']
  readonly status: ApplicationStatus
  readonly submittedAt: number
  readonly pack: PolicyPack
  readonly calendar: WorkingCalendar
  /** Nothing happens after it. Milliseconds, UTC. */
  readonly now: number
}

/** An application with the history that led to its status; its version counts the steps. */
export function demoApplication(random: SeededRandom, wish: DemoApplicationWish): Application {
  const { applicant, pack, status } = wish
  const submittedAt = instant(wish.submittedAt)
  const steps = PATHS[status]
  const span = Math.max(1, wish.now - wish.submittedAt)
  const reviewer = random.chance(0.7) ? REVIEWER : MANAGER
  const history: HistoryEntry[] = [entry(submittedAt, null, 'vendor.submit')]
  let at = wish.submittedAt
  for (const [step, action] of steps.entries()) {
    at = Math.min(wish.now, at + Math.round((span / (steps.length + 1)) * (0.4 + random.next() * 0.5)))
    const isLast = step === steps.length - 1
    history.push({
      ...entry(instant(at), action.startsWith('vendor.') ? null : (reviewer ?? null), action),
      ...(isLast && status === 'changes_requested'
        ? {
            noteToVendor: '请按所列条件补充材料后重新提交。',
            internalNote: '电话已联系，对方本周补齐。',
            reasons: ['material-missing'],
          }
        : {}),
      ...(isLast && status === 'rejected'
        ? { noteToVendor: '暂不符合入驻条件，欢迎满足后再次申请。', reasons: ['conditions-not-met'] }
        : {}),
    })
  }
  const decided = steps.includes('application.approve') || steps.includes('application.reject')
  const signed = steps.includes('application.record-contract')
  const sla = pack.admission.sla
  return {
    id: wish.id,
    version: history.length,
    marketplace: pack.marketplace,
    providerId: wish.providerId,
    purpose: wish.purpose,
    applicant,
    status,
    assignee: steps.length > 0 && !steps.includes('vendor.withdraw') ? (reviewer?.id ?? null) : null,
    submittedAt,
    dueOn: sla ? addWorkingDays(wish.calendar, shanghaiDate(submittedAt), sla.workingDays).date : null,
    decidedAt: decided ? instant(at) : null,
    contracts: signed ? signedAgreements(pack, applicant, shanghaiDate(instant(at))) : [],
    history,
    updatedAt: instant(at),
  }
}

/** The provider record an application belongs to; what an applicant says of itself, as long as nobody knows better. */
export function demoProvider(
  random: SeededRandom,
  id: string,
  applicant: Applicant,
  status: Provider['status'],
  on: PlainDate,
  at: Instant,
): Provider {
  const joined = status === 'prospect' ? null : addDays(on, -random.int(30, 1000))
  return {
    id,
    version: 1,
    marketplace: applicant.marketplace,
    kind: applicant.kind,
    name: applicant.name,
    uscc: applicant.uscc,
    residentId: applicant.residentId,
    staff: applicant.staff,
    registeredCapital: applicant.registeredCapital,
    foundedOn: applicant.foundedOn,
    licenceIssuedOn: applicant.licenceIssuedOn,
    categories: status === 'prospect' ? [] : [...applicant.categories],
    source: applicant.source,
    freeOrOpenSourceOnly: applicant.freeOrOpenSourceOnly,
    openSourceOnly: applicant.openSourceOnly,
    status,
    payoutsPaused: status === 'suspended',
    joinedOn: joined,
    contact: applicant.contact,
    website: applicant.website,
    documents: status === 'prospect' ? [] : papersOf(applicant, on),
    terms: [],
    decisions: [],
    updatedAt: at,
  }
}

/** Days from today on which papers of the demo run out, in turn: one is over, one is soon. */
const RUN_OUT_AFTER = [400, 20, 900, -12, 1500] as const

/** What it handed in, the first paper of each with a day on which it runs out. */
function papersOf({ documents, name }: Applicant, on: PlainDate): Provider['documents'] {
  const days = RUN_OUT_AFTER[(name.codePointAt(0) ?? 0) % RUN_OUT_AFTER.length] ?? 0
  return documents.map((paper, at) => ({ ...paper, expiresOn: at === 0 ? addDays(on, days) : null }))
}

function signedAgreements(pack: PolicyPack, applicant: Applicant, on: PlainDate): Application['contracts'] {
  return pack.admission.agreements
    .filter((agreement) => agreement.need === 'required')
    .filter((agreement) => agreement.kinds === undefined || agreement.kinds.includes(applicant.kind))
    .map((agreement) => ({
      agreement: agreement.id,
      version: pack.version,
      signedBy: applicant.contact?.name ?? applicant.name,
      signedOn: on,
    }))
}

function entry(
  at: Instant,
  by: { readonly id: string; readonly name: string } | null,
  action: string,
): HistoryEntry {
  return {
    at,
    actor: by?.id ?? 'vendor',
    actorName: by?.name ?? '服务商',
    action,
    noteToVendor: null,
    internalNote: null,
    reasons: [],
  }
}

function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}

/** Office hours, some days back: when vendors press the button. Milliseconds, UTC. */
export function submittedSometime(random: SeededRandom, now: number, daysBack: number): number {
  return now - daysBack * 24 * HOUR - random.int(5, 600) * 60_000
}
