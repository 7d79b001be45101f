// 10,000 notices out of the platform's store to a mail server on this machine that keeps nothing, against a bare nodemailer
// loop of the same mails over as many connections; and the memory that sending holds on to.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { monotonicFactory } from 'ulid'
import { z } from 'zod'
import { smtpTransport } from '#platform/mail/smtp-transport.ts'
import { sendDue } from '#platform/notices/send-notices.ts'
import { openSqliteStore } from '#platform/store/sqlite/sqlite-store.ts'
import { sampleNotice } from '../integration/platform/sample-notices.ts'
import { scaled } from './harness/scale.ts'

const NOTICES = scaled(10_000)
const LANES = 4
const WRITTEN_AT_ONCE = 500
const MEASURED_EVERY = 500
const TEXT =
  '北京云栈科技有限公司：您好！\n\n您 2026-10 的结算单已确认，净额 12,345.67 元。\n\n云市场运营团队'.repeat(4)
const from = { name: '云市场', address: 'desk@market.example' }

const sink = fork(new URL('./harness/mail-sink.ts', import.meta.url))
const told = async () => z.number().parse((await once(sink, 'message'))[0])
const port = await told()
const takenBySink = () => {
  sink.send('how many')
  return told()
}

/** The mails alone: nothing is read and nothing is noted. */
async function bare(): Promise<void> {
  const mailer = createTransport({
    ...{ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: LANES, maxMessages: Infinity },
  })
  let left = NOTICES
  const lane = async () => {
    while (left > 0) {
      left -= 1
      const to = `vendor-${left}@example.cn`
      await mailer.sendMail({ from, to, subject: '结算单已确认', text: TEXT, textEncoding: 'base64' })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  mailer.close()
}

function heldBytes(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const folder = await mkdtemp(join(tmpdir(), 'marketdesk-notices-'))
const newId = monotonicFactory()
const store = openSqliteStore(join(folder, 'platform.sqlite'), newId)
for (let at = 0; at < NOTICES; at += WRITTEN_AT_ONCE) {
  await store.write(async (transaction) => {
    for (let each = at; each < Math.min(at + WRITTEN_AT_ONCE, NOTICES); each += 1) {
      const texts = {
        zh: { subject: '结算单已确认', text: TEXT },
        en: { subject: 'Statement committed', text: TEXT },
      }
      const recipient = { name: null, email: `vendor-${each}@example.cn`, phone: null, former: [] }
      await transaction.put(
        'notice',
        sampleNotice({ id: newId(), said: { texts, values: {} }, recipient, cause: `bench ${each}` }),
      )
    }
  })
}

/** What something took, by the clock and of this process's CPU, in milliseconds. */
async function taking<T>(work: () => Promise<T>) {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const made = await work()
  const { user, system } = process.cpuUsage(before)
  return { made, ms: performance.now() - start, cpuMs: (user + system) / 1000 }
}

const bareLoop = await taking(bare)

const lanes = Array.from({ length: LANES }, () =>
  smtpTransport({ ...{ host: '127.0.0.1', port, tls: 'none' as const, login: null }, from }),
)
const platform = { store, clock: Date.now, randomBytes: (count: number) => new Uint8Array(count) }
const sending = { platform, sender: newId(), lanes, domain: 'market.example' }
const held: number[] = []
let [ms, cpuMs] = [0, 0]
for (let sent = 0; sent < NOTICES; ) {
  const round = await taking(() => sendDue(sending))
  const { handled } = round.made
  ms += round.ms
  cpuMs += round.cpuMs
  if (handled === 0) throw new Error(`${NOTICES - sent} notices are not sent`)
  if (Math.floor((sent + handled) / MEASURED_EVERY) > Math.floor(sent / MEASURED_EVERY))
    held.push(heldBytes())
  sent += handled
}
for (const lane of lanes) lane.close()
const taken = await takenBySink()
if (taken !== 2 * NOTICES) throw new Error(`the server took ${taken} mails, not ${2 * NOTICES}`)
sink.disconnect()
await store.close()
await rm(folder, { recursive: true })

const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
const memory = held.length < 2 ? 'too few to tell' : `${held.map(mebibytes).join(' ')} MiB`
const rate = (took: number) => Math.round((NOTICES / took) * 1000)
console.log(
  `notice send ${NOTICES} notices: ${rate(ms)} a second, bare loop ${rate(bareLoop.ms)} a second, ratio ${(
    bareLoop.ms / ms
  ).toFixed(
    2,
  )}, ratio CPU ${(bareLoop.cpuMs / cpuMs).toFixed(2)}; memory held after every ${MEASURED_EVERY}: ${memory}`,
)
