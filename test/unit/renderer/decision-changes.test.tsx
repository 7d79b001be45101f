import { expect, it } from 'vitest'
import { DecisionChanges } from '#renderer/values/decision-changes.tsx'
import { saidTo } from './rendered.tsx'

const REFUSED = { kind: 'rejected', code: 'seen-differs', detail: '' } as const
const nothing = { changedFields: [], changedBeside: [], lastOutcome: REFUSED }
const said = (decision: Parameters<typeof DecisionChanges>[0]['decision']) =>
  saidTo(['ops'], <DecisionChanges decision={decision} />)

it('a decision that came back names what changed beside its record, and whose it is', async () => {
  const change = {
    of: '北京云栈科技有限公司',
    label: { zh: '服务商 · 状态', en: 'Provider · State' },
    seen: { kind: 'text', text: '正常' },
    current: { kind: 'text', text: '已暂停' },
  } as const
  const words = await said({ ...nothing, shown: 'kept', changedBeside: [change] })
  expect(words).toContain('服务商 · 状态 北京云栈科技有限公司 正常 已暂停')
})

it('one that was stored before the update says so, whether its digest is of the older kind or missing', async () => {
  const sentence = '本次更新前作出的决定，请重新查看后决定'
  expect(await said({ ...nothing, shown: 'older' })).toContain(sentence)
  const missing = {
    kind: 'rejected',
    code: 'bad-arguments',
    detail: 'seenDigest: what was seen is compared',
  } as const
  expect(await said({ ...nothing, shown: 'older', lastOutcome: missing })).toContain(sentence)
  const other = { kind: 'rejected', code: 'wrong-state', detail: '' } as const
  expect(await said({ ...nothing, shown: 'older', lastOutcome: other })).not.toContain(sentence)
})

it('one of which nothing is known to differ says why', async () => {
  expect(await said({ ...nothing, shown: 'kept' })).toContain('请同步后再查看')
  expect(await said({ ...nothing, shown: 'too-large' })).toContain('没有保留')
  expect((await said({ ...nothing, shown: 'not-compared' })).trim()).toBe('')
})
