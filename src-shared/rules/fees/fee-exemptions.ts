import { addYears, type PlainDate } from '../../calendar/plain-date.ts'
import type { FeeExemption, OrderChannel, PerOrderFees } from '../../policy/fee-section.ts'

export interface ChargedProvider {
  /** The day it joined: approved and signed, the later of the two. */
  readonly joinedOn: PlainDate | null
  readonly approvedOn: PlainDate | null
}

/** The first day on which a free turnover no longer applies; null for a provider that has none. */
export function freeTurnoverEnd(rules: PerOrderFees, { joinedOn }: ChargedProvider): PlainDate | null {
  const exemption = rules.exemptions.find((each) => each.kind === 'free-turnover')
  if (exemption?.kind !== 'free-turnover' || joinedOn === null || joinedOn > exemption.joinedUntil)
    return null
  return addYears(joinedOn, exemption.years)
}

/** The first exemption of the pack that holds for an order of a channel on a day; null where none does. */
export function exemptionOf(
  { rules, provider }: { readonly rules: PerOrderFees; readonly provider: ChargedProvider },
  channel: OrderChannel,
  on: PlainDate,
): FeeExemption | null {
  return rules.exemptions.find((each) => holds(each, rules, provider, channel, on)) ?? null
}

function holds(
  exemption: FeeExemption,
  rules: PerOrderFees,
  provider: ChargedProvider,
  channel: OrderChannel,
  on: PlainDate,
): boolean {
  switch (exemption.kind) {
    case 'free-turnover': {
      const end = freeTurnoverEnd(rules, provider)
      const { joinedOn } = provider
      return (
        end !== null &&
        joinedOn !== null &&
        joinedOn <= on &&
        on < end &&
        exemption.channels.of.includes(channel)
      )
    }
    case 'free-period': {
      const { approvedOn } = provider
      if (approvedOn === null || approvedOn < exemption.approvedFrom) return false
      if (exemption.approvedTo !== null && approvedOn > exemption.approvedTo) return false
      return approvedOn <= on && on < addYears(approvedOn, exemption.years)
    }
  }
}
