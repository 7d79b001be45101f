import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDate, shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import type { InterfaceCall } from '#shared/contracts/console-platform/records/interface-call.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { makeNotice, type NoticeSetting } from '../notices/make-notices.ts'
import { noticeOfFailures } from '../notices/notice-of-failures.ts'
import { failingProducts } from './failing-products.ts'

/** What failed longer ago is told to nobody: it was reported too late to be of use. */
const NEWS_MS = 24 * 3_600_000

/**
 * Tells providers, in the transaction that takes calls of their interfaces, of each that failed, as the pack asks, and of
 * products whose orders now fail more often than it allows.
 */
export async function tellOfCalls(setting: NoticeSetting, taken: readonly InterfaceCall[]): Promise<void> {
  const failed = taken.filter(
    ({ outcome, at }) => outcome === 'failed' && Date.parse(at) > Date.parse(setting.at) - NEWS_MS,
  )
  if (failed.length === 0) return
  const set = await setting.transaction.ofProvider('noticeTemplate', '', '')
  for (const call of failed) {
    const { id, marketplace, providerId, callId, orderId, instanceId } = call
    const section = packInForce(
      setting.platform.policies.packs,
      marketplace,
      shanghaiDate(call.at),
    )?.interfaces
    const scene = section?.scenes.find((each) => each.id === call.scene)
    if (scene === undefined) continue
    const values = {
      ...{ product: same(call.productName), scene: scene.name, calledAt: same(shanghaiDateTime(call.at)) },
      answer: answerOf(call),
      ...{ orderId: same(orderId ?? ''), instanceId: same(instanceId ?? ''), callId: same(callId) },
    }
    const told = { occasion: 'interface-call-failed', cause: `interface-call-failed ${callId}` } as const
    const about = { kind: 'interfaceCall', id } as const
    await makeNotice(setting, { ...told, about, marketplace, providerId, values }, set)
  }
  for (const providerId of new Set(failed.map((call) => call.providerId))) {
    const marketplace = failed[0]?.marketplace ?? ''
    const of = { marketplace, providerId }
    for (const failing of await failingProducts(setting.transaction, setting.platform, of, setting.at)) {
      await noticeOfFailures(setting, failing)
    }
  }
}

const same = (text: string): Bilingual => ({ zh: text, en: text })

function answerOf({ resultCode, resultMessage }: InterfaceCall): Bilingual {
  if (resultCode === null) return { zh: '未响应', en: 'no answer' }
  return same(`${resultCode} ${resultMessage ?? ''}`.trim())
}
