import {
  type Notice,
  type NoticeStep,
  noticeRound,
  noticeTries,
} from '#shared/contracts/console-platform/records/notice.ts'
import { withStep } from '#shared/contracts/console-platform/transitions/notice-transitions.ts'
import { audit } from '../audit/audit-log.ts'
import { assertReadable } from '../commands/readable.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import type { Delivery, Mail, MailTransport } from '../mail/mail.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'

/** Notices that are with a sender at a time: what a crash leaves unclear. */
const AT_ONCE = 50
/** How long a sender has the sending to itself after it last said so. */
const LEASE_MS = 5 * 60_000
/** No mail is begun so late that the lease could run out over it: another sender would not know what became of it. */
const BEGINS_WITHIN_MS = LEASE_MS / 2
const LEASE = 'notices'

/** How often a notice is tried before a person has to look at it. */
export const TRIES_LIMIT = 10
/** While the server cannot be used, which says nothing of a notice: some five days. */
const TRIES_WHILE_DOWN = 40
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 4 * 3_600_000

/** What a sender works with. */
export interface Sending {
  readonly platform: Pick<Platform, 'store' | 'clock' | 'randomBytes'>
  /** Of this process: what another one had in hand is nobody's any more once this has the lease. */
  readonly sender: string
  /** Each sends one mail at a time, all of them at once. */
  readonly lanes: readonly MailTransport[]
  /** The part of message ids behind the `@`. */
  readonly domain: string
}

/** What a round came to. */
interface Round {
  /** Another process sends. */
  readonly isElsewhere: boolean
  readonly handled: number
  /** The server could not be used: a pause is better than the next notice. */
  readonly isDown: boolean
}

/**
 * Sends what is due now, at most `AT_ONCE` notices. That they are taken is committed before the first byte leaves, what came of
 * each afterwards: so a crash in between leaves notices of which nobody knows, and none is sent twice by itself.
 */
export async function sendDue(sending: Sending): Promise<Round> {
  const { platform, lanes } = sending
  const begunAt = platform.clock()
  const mayBegin = () => platform.clock() < begunAt + BEGINS_WITHIN_MS
  const taken = await platform.store.write((transaction) => takeDue(transaction, sending))
  if (taken === null) return { isElsewhere: true, handled: 0, isDown: false }
  const left = [...taken]
  const sent: Sent[] = []
  let isDown = false
  await Promise.all(
    lanes.map(async (lane) => {
      for (let notice = left.shift(); notice !== undefined; notice = left.shift()) {
        const delivery = isDown || !mayBegin() ? NOT_TRIED : await lane.send(mailOf(notice, sending))
        isDown ||= delivery.isDown
        sent.push({ notice, delivery, via: lane.via })
      }
    }),
  )
  await platform.store.write(async (transaction) => {
    for (const each of sent) await record(transaction, sending, each)
  })
  return { isElsewhere: false, handled: sent.length, isDown }
}

interface Sent {
  readonly notice: Notice
  readonly delivery: Delivery
  readonly via: MailTransport['via']
}

const NOT_TRIED: Delivery = { outcome: 'deferred', answer: 'mail server not available in time', isDown: true }

/** Gives up the sending, so that another process need not wait for the lease to run out. */
export async function giveUpSending({ platform, sender }: Sending): Promise<void> {
  const at = now(platform)
  await platform.store.write((transaction) => transaction.takeLease(LEASE, sender, at, at))
}

/** The notices that are due, marked as handed over; null where another sender has the lease. */
async function takeDue(
  transaction: StoreTransaction,
  { platform, sender }: Sending,
): Promise<readonly Notice[] | null> {
  const at = now(platform)
  if (!(await transaction.takeLease(LEASE, sender, at, instantOf(platform.clock() + LEASE_MS)))) return null
  for (const lost of await transaction.noticesHanded(AT_ONCE)) {
    const last = lost.steps.at(-1)
    // What this sender has in hand is recorded before it takes any more.
    if (last?.step !== 'handed') continue
    await write(transaction, lost, lost, { step: 'unclear', at, answer: 'the sender ended' })
  }
  const due = await transaction.noticesDue(at, AT_ONCE)
  const taken: Notice[] = []
  for (const notice of due) {
    const handed = withStep(notice, { step: 'handed', at, sender })
    await transaction.put('notice', handed)
    taken.push(handed)
  }
  return taken
}

/** Notes what came of a notice, unless somebody else has meanwhile said more than that nobody knows. */
async function record(
  transaction: StoreTransaction,
  { platform }: Sending,
  { notice, delivery, via }: Sent,
): Promise<void> {
  const current = await transaction.get('notice', notice.id)
  const last = current?.steps.at(-1)
  const isOurs = current?.version === notice.version
  // Its lease ran out meanwhile: that it was sent is worth more than that nobody knows.
  const isLost = last?.step === 'unclear' && current?.version === notice.version + 1
  if (current === null || !(isOurs || (isLost && delivery.outcome === 'sent'))) return
  await write(transaction, notice, current, stepOf(platform, notice, delivery, via))
}

function stepOf(
  platform: Sending['platform'],
  notice: Notice,
  { outcome, answer, isDown }: Delivery,
  via: MailTransport['via'],
): NoticeStep {
  const at = now(platform)
  if (outcome === 'sent') return { step: 'sent', at, answer, via }
  if (outcome !== 'deferred') return { step: outcome, at, answer }
  const tries = noticeTries(notice)
  if (tries >= (isDown ? TRIES_WHILE_DOWN : TRIES_LIMIT)) return { step: 'failed', at, answer }
  return { step: 'deferred', at, answer, until: instantOf(platform.clock() + waitAfter(tries, platform)) }
}

/** Twice as long each time, less up to a quarter by chance: what failed together does not come back together. */
function waitAfter(tries: number, { randomBytes }: Sending['platform']): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS)
  return Math.round(whole * (1 - (randomBytes(1)[0] ?? 0) / 1024))
}

/** One act on the audit log: what a sending made of a notice that a sender had taken; the taking itself is no act. */
async function write(
  transaction: StoreTransaction,
  before: Notice,
  current: Notice,
  step: NoticeStep,
): Promise<void> {
  const after = withStep(current, step)
  assertReadable('notice', after)
  await transaction.put('notice', after)
  await audit(transaction, {
    ...{ at: step.at, actor: PLATFORM_ACTOR.id, action: `notice.${step.step}` },
    ...{ recordKind: 'notice', recordId: after.id, before, after },
  })
}

function mailOf(notice: Notice, { domain }: Sending): Mail {
  const { id, said, recipient, language, madeAt } = notice
  if (said === null || !recipient?.email) throw new Error(`the platform has the whole of notice ${id}`)
  const { subject, text } = said.texts[language]
  return {
    messageId: `<${id}.${noticeRound(notice)}@${domain}>`,
    ...{ to: recipient.email, subject, text, at: new Date(madeAt) },
    language: language === 'zh' ? 'zh-CN' : 'en',
  }
}
