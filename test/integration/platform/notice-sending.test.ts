import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MailTransport } from '#platform/mail/mail.ts'
import { smtpTransport } from '#platform/mail/smtp-transport.ts'
import { type Sending, sendDue, TRIES_LIMIT } from '#platform/notices/send-notices.ts'
import { openSqliteStore } from '#platform/store/sqlite/sqlite-store.ts'
import type { PlatformStore } from '#platform/store/store.ts'
import { type Notice, noticeDueAt, noticeStatus } from '#shared/contracts/console-platform/records/notice.ts'
import { sampleNotice } from './sample-notices.ts'
import { newUlid } from './sample-records.ts'

const START = Date.parse('2026-11-20T02:00:00.000Z')

/** What a server makes of a recipient, by the name before the @. */
type Server = { readonly port: number; readonly mails: ParsedMail[]; close(): Promise<void> }

/** A real server: `later@` is put off, `nobody@` refused, `cut@` loses its connection once the text is there. */
async function mailServer(): Promise<Server> {
  const mails: ParsedMail[] = []
  const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false },
    onMailFrom({ address }, _session, done) {
      if (address === 'stranger@market.example') done(refusal(550, '5.7.1 sender not allowed'))
      else done()
    },
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('later@')) done(refusal(451, '4.7.1 try again later'))
      else if (address.startsWith('nobody@')) done(refusal(550, `5.1.1 <${address}> unknown`))
      else done()
    },
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail)
          const isCut = session.envelope.rcptTo.some(({ address }) => address.startsWith('cut@'))
          if (!isCut) done(null, 'taken')
          else for (const each of server.connections) each.close()
        },
        (error: Error) => done(error),
      )
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return { port, mails, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

let folder: string
let store: PlatformStore
let server: Server
let clock: number
const transports: MailTransport[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-notices-'))
  store = openSqliteStore(join(folder, 'platform.sqlite'), newUlid)
  server = await mailServer()
  clock = START
})
afterEach(async () => {
  for (const each of transports.splice(0)) each.close()
  await server.close()
  await store.close()
  await rm(folder, { recursive: true })
})

function sender(port = server.port, lanes = 2, address = 'desk@market.example'): Sending {
  const settings = {
    ...{ host: '127.0.0.1', port, tls: 'none' as const, login: null },
    from: { name: '云市场', address },
  } as const
  const opened = Array.from({ length: lanes }, () => smtpTransport(settings))
  transports.push(...opened)
  return {
    platform: { store, clock: () => clock, randomBytes: (count) => new Uint8Array(count) },
    ...{ sender: newUlid(), lanes: opened, domain: 'market.example' },
  }
}

async function queued(address: string): Promise<Notice> {
  const notice = sampleNotice({ recipient: { name: null, email: address, phone: null, former: [] } })
  await store.write((transaction) => transaction.put('notice', notice))
  return notice
}
async function statusOf({ id }: Notice) {
  const notice = await store.get('notice', id)
  return notice === null ? null : noticeStatus(notice)
}

it('sends each notice once, as plain text in UTF-8 under a name of its own', async () => {
  const notices = [
    await queued('one@example.cn'),
    await queued('two@example.cn'),
    await queued('three@example.cn'),
  ]
  const sending = sender()
  expect(await sendDue(sending)).toEqual({ isElsewhere: false, handled: 3, isDown: false })
  expect(await sendDue(sending)).toMatchObject({ handled: 0 })
  expect(await Promise.all(notices.map(statusOf))).toEqual(['sent', 'sent', 'sent'])
  expect(server.mails.map(({ messageId }) => messageId).sort()).toEqual(
    notices.map(({ id }) => `<${id}.0@market.example>`).sort(),
  )
  const [mail] = server.mails
  expect(mail?.subject).toBe('入驻申请已通过')
  expect(mail?.text?.trim()).toBe('北京云栈科技有限公司：您好！')
  expect(mail?.html).toBe(false)
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
})

it('tries again later what the server puts off, twice as long after each time, and gives up at last', async () => {
  const notice = await queued('later@example.cn')
  const sending = sender()
  const waits: number[] = []
  for (let round = 0; round < TRIES_LIMIT; round += 1) {
    expect(await sendDue(sending)).toMatchObject({ handled: 1 })
    const now = await store.get('notice', notice.id)
    const due = now && noticeDueAt(now)
    if (due === null) break
    waits.push((Date.parse(due) - clock) / 60_000)
    expect(await sendDue(sending), 'not before it is due').toMatchObject({ handled: 0 })
    clock = Date.parse(due)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240])
  expect(await statusOf(notice)).toBe('failed')
  expect(server.mails).toEqual([])
})

it('shows a refusal for good in the words of the server, less the address', async () => {
  const notice = await queued('nobody@example.cn')
  await sendDue(sender())
  expect(await statusOf(notice)).toBe('bounced')
  const last = (await store.get('notice', notice.id))?.steps.at(-1)
  expect(last).toMatchObject({ step: 'bounced', answer: expect.stringContaining('5.1.1') })
  expect(JSON.stringify(last)).not.toContain('@')
})

it('does not send twice what was given when the connection was cut: a person decides', async () => {
  const notice = await queued('cut@example.cn')
  const sending = sender()
  await sendDue(sending)
  expect(await statusOf(notice)).toBe('unclear')
  clock += 24 * 3_600_000
  await sendDue(sending)
  expect(server.mails).toHaveLength(1)
  expect(await statusOf(notice)).toBe('unclear')
})

it('waits where there is no server, and nothing is lost', async () => {
  const notice = await queued('one@example.cn')
  const { port } = server
  await server.close()
  expect(await sendDue(sender(port))).toMatchObject({ handled: 1, isDown: true })
  expect(await statusOf(notice)).toBe('queued')
  server = await mailServer()
  clock += 3_600_000
  await sendDue(sender())
  expect(await statusOf(notice)).toBe('sent')
})

it('is sent by one process; another takes over when that ends, and sends nothing that it had in hand', async () => {
  const first = sender()
  const handed = sampleNotice({
    recipient: { name: null, email: 'one@example.cn', phone: null, former: [] },
    steps: [{ step: 'handed', at: new Date(START).toISOString(), sender: first.sender }],
  })
  await sendDue(first)
  await store.write((transaction) => transaction.put('notice', handed))
  const waiting = await queued('two@example.cn')
  const second = sender()
  expect(await sendDue(second)).toMatchObject({ isElsewhere: true, handled: 0 })
  clock += 6 * 60_000
  expect(await sendDue(second)).toMatchObject({ isElsewhere: false, handled: 1 })
  expect(await sendDue(first)).toMatchObject({ isElsewhere: true })
  expect(await statusOf(handed)).toBe('unclear')
  expect(await statusOf(waiting)).toBe('sent')
  expect(server.mails).toHaveLength(1)
})

it('begins no mail that another sender may have taken for its own meanwhile', async () => {
  const notices = [await queued('one@example.cn'), await queued('two@example.cn')]
  const sent: string[] = []
  const slow: MailTransport = {
    via: 'smtp',
    send: async ({ to }) => {
      sent.push(to)
      clock += 3 * 60_000
      return { outcome: 'sent', answer: '250 ok', isDown: false }
    },
    close: () => undefined,
  }
  await sendDue({ ...sender(), lanes: [slow] })
  expect(sent).toHaveLength(1)
  expect((await Promise.all(notices.map(statusOf))).sort()).toEqual(['queued', 'sent'])
})

it('takes no notice for a bounce where the server refuses our own address', async () => {
  const notices = [await queued('one@example.cn'), await queued('two@example.cn')]
  const stranger = sender(server.port, 1, 'stranger@market.example')
  expect(await sendDue(stranger)).toMatchObject({ handled: 2, isDown: true })
  expect(await Promise.all(notices.map(statusOf))).toEqual(['queued', 'queued'])
})

it('waits where the server hangs up during the login, and tries again', async () => {
  const server = createServer((socket) => {
    socket.write('220 mail.example\r\n')
    socket.on('data', (said) => {
      if (said.toString().startsWith('EHLO')) socket.write('250-mail.example\r\n250 AUTH PLAIN\r\n')
      else socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const transport = smtpTransport({
    ...{ host: '127.0.0.1', port, tls: 'none', login: { user: 'desk', password: 'a password' } },
    from: { name: '云市场', address: 'desk@market.example' },
  })
  const notice = await queued('one@example.cn')
  expect(await sendDue({ ...sender(), lanes: [transport] })).toMatchObject({ handled: 1, isDown: true })
  expect(await statusOf(notice)).toBe('queued')
  await new Promise((resolve) => server.close(resolve))
})
