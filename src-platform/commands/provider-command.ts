import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  isSettledFirst,
  MATTER_KINDS,
  type OpenMatter,
  type OpenWith,
  openMatters,
} from '#shared/contracts/console-platform/open-matters.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideProvider } from '#shared/contracts/console-platform/transitions/provider-transitions.ts'
import { obligationsAfter, writeObligations } from '../deposits/keep-obligations.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** After every order there is. */
const EVER = '9999'

/** Applies a decision to a provider. The end of the cooperation is told to its deposits, which may go back from then on. */
export async function decideOnProvider(
  setting: CommandSetting,
  before: Provider,
  decision: DecisionAbout<'provider'>,
): Promise<Provider | Refusal> {
  const { actor, at } = setting
  const after = decideProvider(before, decision, actor, at)
  if (typeof after === 'string') return refuse(after, before.status)
  if (decision.type === 'provider.close') {
    const first = (await openWith(setting, before)).find(({ matter }) => isSettledFirst(matter))
    if (first !== undefined) return refuse('matter-open', first.matter)
    const ended = { cooperationEndedOn: shanghaiDate(at) }
    const planned = await obligationsAfter(setting, decision.type, after, () => ended)
    await writeObligations(setting, decision.type, planned)
  }
  await writeRecord<'provider'>(setting, decision.type, 'provider', before, after)
  return after
}

async function openWith(
  { transaction }: Pick<CommandSetting, 'transaction'>,
  { marketplace, id: providerId }: Provider,
): Promise<OpenMatter[]> {
  const open: Partial<Record<keyof OpenWith, unknown>> = {
    unfinishedSupervision: await transaction.ordersUnderSupervision({ marketplace, providerId }, EVER),
  }
  for (const kind of MATTER_KINDS) open[kind] = await transaction.ofProvider(kind, marketplace, providerId)
  // Every kind was read as what it is.
  return openMatters(open as OpenWith)
}
