import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import { createOperator } from '#platform/auth/operators.ts'

import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { newUlid, sampleObligation, sampleRecharge } from '#test/integration/platform/sample-records.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { emailOf, PASSWORD, startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const UNDO_MS = 5000
const DAY_MS = 24 * 60 * 60_000
const BYTES = new Uint8Array(Buffer.from('a page of the channel, as it was on that day'))
let clock: ManualClock
let platform: TestPlatform
let open: TestConsole[]
let deposit: DepositObligation

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  const fay = { id: 'fay', name: 'fay', email: emailOf('fay'), password: PASSWORD }
  await createOperator(platform.platform, { ...fay, roles: ['finance'] })
  deposit = sampleObligation()
  await platform.platform.store.write((tx) => tx.put('depositObligation', deposit))
  const started = await startTestConsole(platform, clock)
  open = [started]
  await started.signIn('fay')
})
afterEach(async () => {
  for (const console of open) await console.close()
  await platform.close()
})

const here = () => open.at(-1) as TestConsole
const workspace = (): Workspace => here().workspace()
const attach = () => workspace().attached.keep({ name: '渠道 截图.png', type: 'image/png', bytes: BYTES })
async function killed(): Promise<void> {
  const next = await here().killAndRestart()
  open.push(next)
}
async function settle(): Promise<void> {
  clock.advance(UNDO_MS)
  await workspace().sync.now()
}

/** A recharge with a file: what makes a record, so that nothing has to be here before. */
function recharge(...attachments: Attachment[]): NewDecision {
  const { channel, amount, payerName, payerAccount, evidence } = sampleRecharge()
  const paidOn = '2026-03-01'
  return {
    ...{ type: 'recharge.record', recordId: newUlid(), expectedVersion: 0, seenDigest: null },
    arguments: {
      ...{ obligationId: deposit.id, channel, number: newUlid(), paidOn, amount, payerName, payerAccount },
      ...{ evidence, attachments },
    },
  }
}
const onPlatform = ({ recordId }: NewDecision) => platform.platform.store.get('recharge', recordId)
const given = () => platform.arrived.filter((path) => path.startsWith('/v1/files/')).length

describe('a file attached to a decision', () => {
  it('is given to the platform before the decision that names it', async () => {
    await workspace().sync.now()
    const file = await attach()
    const decision = recharge(file)
    workspace().outbox.enqueue(decision)
    await settle()
    expect(platform.arrived.filter((path) => /files|commands/.test(path))).toEqual([
      `/v1/files/${file.sha256}`,
      '/v1/commands',
    ])
    expect(await onPlatform(decision)).toMatchObject({ attachments: [file] })
    expect(await platform.platform.files.get(file.sha256)).toEqual(BYTES)
  })
  it('waits with its decision while the platform does not answer, through a kill, and then goes', async () => {
    await workspace().sync.now()
    platform.fault = () => 'refuse'
    const file = await attach()
    const decision = recharge(file)
    workspace().outbox.enqueue(decision)
    await settle()
    await killed()
    await workspace().sync.now()
    expect(given()).toBe(0)
    expect(await workspace().files.read(file.sha256)).toEqual(BYTES)

    platform.fault = () => 'none'
    await settle()
    expect(await onPlatform(decision)).toMatchObject({ attachments: [file] })
    expect(await platform.platform.files.get(file.sha256)).toEqual(BYTES)
  })
  it('is given again where the answer to it was lost, and the decision is applied once', async () => {
    await workspace().sync.now()
    let lost = 0
    platform.fault = (path) => (path.startsWith('/v1/files/') && ++lost === 1 ? 'lose-reply' : 'none')
    const decision = recharge(await attach())
    workspace().outbox.enqueue(decision)
    await settle()
    await killed()
    await settle()
    expect(given()).toBe(2)
    expect(await onPlatform(decision)).toMatchObject({ version: 1 })
  })
  it('is given once for two decisions that name it', async () => {
    await workspace().sync.now()
    const file = await attach()
    const decisions = [recharge(file), recharge(file)]
    for (const decision of decisions) workspace().outbox.enqueue(decision)
    await settle()
    expect(given()).toBe(1)
    expect(await Promise.all(decisions.map(onPlatform))).toMatchObject([{ version: 1 }, { version: 1 }])
  })
  it('comes back with its decision where the platform lost it, and is given anew with the next', async () => {
    await workspace().sync.now()
    const file = await attach()
    workspace().outbox.enqueue(recharge(file))
    await settle()
    const { store } = platform.platform
    await store.write((tx) => tx.forgetGivenFiles('2999-01-01T00:00:00.000Z'))
    workspace().outbox.enqueue(recharge(file))
    await settle()
    const [back] = workspace().outbox.returned()
    expect(JSON.parse(back?.lastOutcome ?? '')).toMatchObject({ kind: 'rejected', code: 'file-missing' })
    const again = recharge(file)
    workspace().outbox.enqueue(again)
    await settle()
    expect(await onPlatform(again)).toMatchObject({ attachments: [file] })
  })
  it('lies sealed on the disk', async () => {
    const file = await attach()
    const sealed = await readFile(join(workspace().folder, 'attached', file.sha256))
    expect(sealed.includes(Buffer.from(BYTES))).toBe(false)
    expect(sealed.length).toBeGreaterThan(BYTES.length)
  })
  it('goes after a month where no decision names it, and is asked for again', async () => {
    platform.fault = () => 'refuse'
    const [waiting, dropped] = [await attach(), { ...(await attach()) }]
    const other = await workspace().attached.keep({ name: 'b', type: '', bytes: Buffer.from('another') })
    workspace().outbox.enqueue(recharge(waiting))
    clock.advance(31 * DAY_MS)
    await killed()
    expect(await readdir(join(workspace().folder, 'attached'))).toEqual([dropped.sha256])
    expect(() => workspace().outbox.enqueue(recharge(other))).toThrow('file-missing: b')
  })
  it('keeps a name without a folder and with its ending, and a type of unknown files', async () => {
    const keep = (name: string, type: string) => workspace().attached.keep({ name, type, bytes: BYTES })
    expect(await keep('..\\secret/\u202egpj.exe', 'Image/PNG; x=1')).toMatchObject({
      name: '.._secret__gpj.exe',
      type: 'image/png',
    })
    const long = await keep(`${'长'.repeat(300)}.pdf`, 'nonsense')
    expect(long).toMatchObject({ name: `${'长'.repeat(196)}.pdf`, type: 'application/octet-stream' })
    await expect(workspace().attached.keep({ name: 'a', type: '', bytes: new Uint8Array() })).rejects.toThrow(
      'empty',
    )
  })
})
