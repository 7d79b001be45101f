import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, sampleMatchSettings } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let wang: Client
let zheng: Client
let finance: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, role: Role) => {
    await under.addOperator(id, [role])
    return under.client(await under.signIn(id))
  }
  wang = await signIn('wang', 'finance-approver')
  zheng = await signIn('zheng', 'finance-approver')
  finance = await signIn('liu', 'finance')
})
afterAll(() => under.close())

const { changed } = sampleMatchSettings()
const set = (by: Client, change: Partial<CommandArguments<'matching.set'>>, recordId = newUlid()) =>
  by.command({
    ...{ id: newUlid(), type: 'matching.set', recordId, expectedVersion: 0, seenDigest: null },
    arguments: {
      marketplace: 'kubesphere',
      number: 1,
      settings: changed,
      reason: '培训费不是保证金',
      ...change,
    },
  })

describe('matching settings of a marketplace', () => {
  it('are set by an approver, one after the other, with who and why, and nothing is written over', async () => {
    expect(await set(finance, {})).toMatchObject({ kind: 'not-allowed' })
    const [first, second] = [newUlid(), newUlid()]
    expect(await set(wang, {}, first)).toMatchObject({ kind: 'applied' })
    const tighter = { ...changed, unlikePerMille: 200 }
    expect(await set(zheng, { number: 2, settings: tighter, reason: '候选太多' }, second)).toMatchObject({
      kind: 'applied',
    })
    const { store } = under.platform
    expect(await store.get('matchSettings', first)).toMatchObject({ number: 1, changed, set: { by: 'wang' } })
    expect(await store.get('matchSettings', second)).toMatchObject({
      ...{ number: 2, changed: tighter, reason: '候选太多', set: { by: 'zheng' } },
    })
    expect(await set(wang, { number: 3 }, first)).toMatchObject({ kind: 'conflict' })
  })

  it('do not pass over those that somebody else has set meanwhile, nor leave a number out', async () => {
    expect(await set(wang, { marketplace: 'aliyun' })).toMatchObject({ kind: 'applied' })
    expect(await set(zheng, { marketplace: 'aliyun' })).toMatchObject({ code: 'settings-moved' })
    expect(await set(zheng, { marketplace: 'aliyun', number: 3 })).toMatchObject({ code: 'settings-moved' })
    expect(await set(zheng, { marketplace: 'nowhere' })).toMatchObject({ code: 'unknown-marketplace' })
  })

  it('are sent to finance and auditors, and to nobody else', async () => {
    expect((await finance.snapshotStart()).kinds).toContain('matchSettings')
    await under.addOperator('support', ['support'])
    const support = under.client(await under.signIn('support'))
    expect((await support.snapshotStart()).kinds).not.toContain('matchSettings')
  })
})
