import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { admissionSteps } from '#shared/contracts/console-platform/transitions/admission-steps.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { obligationsAfter, writeObligations } from '../deposits/keep-obligations.ts'
import type { PlannedObligation } from '../deposits/plan-obligations.ts'
import { openedProvider } from './opened-provider.ts'
import { holdAfterChange } from './provider-account-command.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

const ACTION = 'application.open'

/** The first agreement of the application that nobody has signed. */
export function missingContract(application: Application, pack: PolicyPack): Refusal | null {
  const signed = new Set(application.contracts.map((contract) => contract.agreement))
  const missing = admissionSteps(pack, application).agreements.find((agreement) => !signed.has(agreement))
  return missing === undefined ? null : refuse('contract-missing', missing)
}

/**
 * Makes an applicant a provider, or adds its category, once its deposits are held or waived; its deposits are told.
 * Nothing is written where it refuses.
 */
export async function openProvider(
  setting: CommandSetting,
  application: Application,
): Promise<Refusal | null> {
  const provider = await setting.transaction.get('provider', application.providerId)
  const opened = openedProvider(provider, application, setting.at)
  if (opened === null) return refuse('provider-not-open', provider?.status ?? 'unknown')
  // Who comes back cooperates again: its deposit stays.
  const isBack = provider?.status === 'closed'
  const planned = await obligationsAfter(setting, ACTION, opened, () =>
    isBack ? { cooperationEndedOn: null } : {},
  )
  const owed = unsettled(setting, application, planned)
  if (owed !== undefined) return refuse('deposit-not-settled', owed.category ?? application.providerId)
  await writeRecord<'provider'>(setting, ACTION, 'provider', provider, opened satisfies Provider)
  await holdAfterChange(setting, ACTION, provider, opened)
  await writeObligations(setting, ACTION, planned)
  return null
}

/** The first deposit of the application's categories that is neither held nor waived today. */
function unsettled(
  { platform, at }: CommandSetting,
  { applicant }: Application,
  planned: readonly PlannedObligation[],
): DepositObligation | undefined {
  return planned
    .map(({ after }) => after)
    .filter(({ category }) => category === null || applicant.categories.includes(category))
    .find((obligation) => !depositOnDay(platform.policies, obligation, shanghaiDate(at)).settled)
}
