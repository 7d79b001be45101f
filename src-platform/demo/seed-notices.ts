import { ulid } from 'ulid'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import {
  type Notice,
  type NoticeStep,
  noticeStatus,
} from '#shared/contracts/console-platform/records/notice.ts'
import { noticeHistory, withStep } from '#shared/contracts/console-platform/transitions/notice-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { Occasion } from '#shared/rules/notices/occasions.ts'
import { audit } from '../audit/audit-log.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import { makeNotice } from '../notices/make-notices.ts'
import { instantOf, type Platform } from '../platform.ts'
import { everyRecord } from '../store/every-record.ts'
import type { StoreTransaction } from '../store/store.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

/** What an application's state says of the last verdict on it. */
const VERDICTS: Partial<Record<Application['status'], Occasion>> = {
  changes_requested: 'application-changes-requested',
  contract_pending: 'application-approved',
  deposit_pending: 'application-approved',
  rejected: 'application-rejected',
}

/** What became of some of them, by their turn; all others were sent. */
const OTHERWISE: readonly (readonly Outcome[])[] = [
  ['bounced'],
  ['deferred', 'deferred', 'failed'],
  ['bounced', 'told'],
  ['unclear'],
  ['cancelled'],
  ['deferred', 'sent'],
]
/** Every how many notices one of those comes. */
const EVERY = 7

type Outcome = 'sent' | 'bounced' | 'deferred' | 'failed' | 'unclear' | 'told' | 'cancelled'

const SEED = 20_261_129
const MINUTE_MS = 60_000

/** Tells of the verdicts that were seeded without a command, then lets every notice be sent, but some. */
export async function seedDemoNotices(
  platform: Platform,
  applications: readonly Application[],
): Promise<void> {
  const random = seededRandom(SEED)
  await platform.store.write(async (transaction) => {
    for (const application of applications) await tellOfVerdict(platform, transaction, random, application)
  })
  const queued: Notice[] = []
  for await (const notice of everyRecord(platform.store, 'notice')) {
    if (noticeStatus(notice) === 'queued') queued.push(notice)
  }
  await platform.store.write(async (transaction) => {
    for (const [turn, notice] of queued.entries()) {
      const outcomes =
        turn % EVERY === EVERY - 1 ? OTHERWISE[Math.floor(turn / EVERY) % OTHERWISE.length] : null
      await carryOut(platform, transaction, notice, outcomes ?? ['sent'])
    }
  })
}

async function tellOfVerdict(
  platform: Platform,
  transaction: StoreTransaction,
  random: SeededRandom,
  application: Application,
): Promise<void> {
  const occasion = VERDICTS[application.status]
  if (occasion === undefined) return
  const { id, marketplace, providerId, applicant, updatedAt, submittedAt, history } = application
  const note = history.at(-1)?.noteToVendor ?? ''
  const pack = packInForce(platform.policies.packs, marketplace, shanghaiDate(updatedAt))
  const names = applicant.categories.flatMap(
    (each) => pack?.admission.categories.find((category) => category.id === each)?.name ?? [],
  )
  const newId = () => ulid(Date.parse(updatedAt), random.next)
  await makeNotice(
    { platform: { ...platform, newId }, transaction, at: updatedAt, commandId: null },
    {
      ...{ occasion, about: { kind: 'application', id }, marketplace, providerId },
      cause: `demo ${occasion} ${id}`,
      contact: applicant.contact,
      values: {
        categories: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') },
        submittedOn: { zh: shanghaiDate(submittedAt), en: shanghaiDate(submittedAt) },
        note: { zh: note, en: note },
      },
    },
    [],
  )
}

/** Steps of a notice, some minutes after it was made. */
async function carryOut(
  platform: Platform,
  transaction: StoreTransaction,
  notice: Notice,
  outcomes: readonly Outcome[],
): Promise<void> {
  let after = notice
  let at = Math.min(Date.parse(notice.madeAt) + MINUTE_MS, platform.clock())
  for (const outcome of outcomes) {
    const isSent = outcome !== 'told' && outcome !== 'cancelled'
    if (isSent) after = withStep(after, { step: 'handed', at: instantOf(at), sender: 'demo' })
    at = Math.min(at + (isSent ? 1000 : 40 * MINUTE_MS), platform.clock())
    after = withStep(after, stepOf(outcome, at))
    at = Math.min(at + 10 * MINUTE_MS, platform.clock())
  }
  let before = notice
  for (const step of after.steps) {
    const next = withStep(before, step)
    await transaction.put('notice', next)
    const byPerson = noticeHistory({ steps: [step] })[0]?.action
    if (step.step !== 'handed') {
      await audit(transaction, {
        ...{ at: step.at, actor: 'by' in step ? step.by : PLATFORM_ACTOR.id },
        ...{ action: byPerson ?? `notice.${step.step}`, recordKind: 'notice', recordId: notice.id },
        ...{ before, after: next },
      })
    }
    before = next
  }
}

function stepOf(outcome: Outcome, milliseconds: number): NoticeStep {
  const at = instantOf(milliseconds)
  const [ops] = DEMO_ACCOUNTS
  const by = { at, by: ops?.id ?? '', byName: ops?.name ?? '' }
  switch (outcome) {
    case 'sent':
      return { step: 'sent', at, answer: '250 OK', via: 'local' }
    case 'bounced':
      return { step: 'bounced', at, answer: '550 5.1.1 mailbox unavailable' }
    case 'deferred':
      return {
        ...{ step: 'deferred', at, answer: '451 4.7.1 try again later' },
        until: instantOf(milliseconds + 10 * MINUTE_MS),
      }
    case 'failed':
      return { step: 'failed', at, answer: '451 4.7.1 try again later' }
    case 'unclear':
      return { step: 'unclear', at, answer: 'connection closed after the text was given' }
    case 'told':
      return { step: 'told', ...by, said: { channel: 'wechat', note: '已发到对方微信，对方回复收到' } }
    case 'cancelled':
      return { step: 'cancelled', ...by, said: { reason: '已当面沟通，不再发送' } }
  }
}
