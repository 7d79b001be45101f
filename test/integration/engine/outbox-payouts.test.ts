import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import { sampleFacts } from '#test/integration/platform/sample-invoices.ts'
import { newUlid, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { sampleSettlement } from '#test/integration/platform/sample-settlement.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { emailOf, PASSWORD, startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

const UNDO_MS = 5000
let clock: ManualClock
let platform: TestPlatform
let desk: TestConsole
/** Earned too little to be paid, which only the platform says. */
const provider = sampleProvider({ id: 'earns-little' })
const october = sampleSettlement({ providerId: provider.id, status: 'committed' })

beforeEach(async () => {
  clock = new ManualClock(Date.parse('2026-11-20T02:00:00.000Z'))
  platform = await startTestPlatform(clock)
  const account = { id: 'fay', name: 'fay', email: emailOf('fay'), password: PASSWORD }
  await createOperator(platform.platform, { ...account, roles: ['finance'] })
  await platform.platform.store.write(async (transaction) => {
    await transaction.put('provider', provider)
    await transaction.put('settlementStatement', october)
  })
  desk = await startTestConsole(platform, clock)
  await desk.signIn('fay')
})
afterEach(async () => {
  await desk.close()
  await platform.close()
})

function decide<T extends CommandType>(type: T, recordId: string, said: CommandArguments<T>) {
  const { outbox } = desk.workspace()
  const { about } = COMMANDS[type]
  const expectedVersion = outbox.pendingFor(about).get(recordId)?.length ?? 0
  const seenDigest = outbox.seenDigest(about, recordId)
  return outbox.enqueue({ type, recordId, expectedVersion, seenDigest, arguments: said })
}

async function settle() {
  clock.advance(UNDO_MS)
  await desk.workspace().sync.now()
}

const origin = { source: 'typed' as const, file: null, paper: null }

describe('a decision about what is on its way', () => {
  it('comes back unsent with the decision that was to make it', async () => {
    const request = newUlid()
    decide('payout.request', request, { providerId: provider.id, months: ['2026-10'], reason: '' })
    const said = { providerId: provider.id, payoutId: request, ...origin, ...sampleFacts() }
    const invoice = decide('invoice.record', newUlid(), said)
    await settle()
    expect(desk.workspace().outbox.waiting()).toEqual([])
    expect(desk.workspace().outbox.returned()).toMatchObject([{ type: 'payout.request' }, { id: invoice.id }])
    expect(await platform.platform.store.outcome(invoice.id)).toBeNull()
  })

  it('sees what earlier ones make for the same provider, also before the platform has it', () => {
    const ask = () =>
      decide('payout.request', newUlid(), { providerId: provider.id, months: ['2026-10'], reason: '' })
    ask()
    expect(ask).toThrow(expect.objectContaining({ code: 'month-not-payable' }))
  })
})
