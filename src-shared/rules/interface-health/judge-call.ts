import type { CallOutcome, InterfaceSection, SceneAct } from '../../policy/interface-section.ts'

/** What is told of a call that its repetition and its end depend on. */
export interface CallToJudge {
  readonly scene: string
  readonly orderId: string | null
  readonly orderLineId: string | null
  readonly productId: string | null
  readonly onDemand: boolean
  readonly resultCode: string | null
}

/** How a call ended, and what it shares with those that have to be answered alike. */
export interface JudgedCall {
  readonly outcome: CallOutcome
  readonly repeatKey: string | null
}

/** What a scene does; null where the pack has none of that name. */
export function actOf(section: InterfaceSection, scene: string): SceneAct | null {
  return section.scenes.find(({ id }) => id === scene)?.act ?? null
}

/**
 * How a call ended by its code, no answer being a failure, and what it shares with its repetitions: order and line, on
 * demand order and product, of a licence the request. Null where the pack has no such scene.
 */
export function judgeCall(section: InterfaceSection, call: CallToJudge): JudgedCall | null {
  const act = actOf(section, call.scene)
  if (act === null) return null
  const known = section.results.codes.find(({ code }) => code === call.resultCode)
  return { outcome: known?.outcome ?? 'failed', repeatKey: repeatKeyOf(act, call) }
}

function repeatKeyOf(
  act: SceneAct,
  { orderId, orderLineId, productId, onDemand }: CallToJudge,
): string | null {
  if ((act !== 'create' && act !== 'licence') || orderId === null) return null
  const within = onDemand ? productId : orderLineId
  return within === null ? null : `${act} ${orderId} ${within}`
}
