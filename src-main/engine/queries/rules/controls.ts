import type { z } from 'zod'
import type {
  ControlCase,
  ControlChange,
  ControlRow,
  controlsShownSchema,
} from '#shared/contracts/console-engine/rules.ts'
import type { CompanyControl } from '#shared/contracts/console-platform/records/company-control.ts'
import { controlValue } from '#shared/descriptions/proposal.ts'
import {
  adoptedControls,
  CONTROL_NAMES,
  CONTROLS,
  type ControlName,
  type ControlSheet,
  controlSheet,
  isControl,
} from '#shared/rules/in-force/company-controls.ts'
import { NOTHING, type Value } from '#shared/values/value.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { allowedForProposal, isLater, listProposals, standingOf } from './proposals.ts'

/** Every control as it stands today, and the newest changes of them. */
export function readControls(context: QueryContext): z.infer<typeof controlsShownSchema> {
  const changes = listProposals(context, 'companyControl')
  return {
    on: context.today,
    controls: CONTROL_NAMES.map((name) => controlRow(context, name, changes)),
    changes: changes.map((proposal) => shownChange(context, proposal, changes)),
  }
}

/** One change of a control beside what it takes the place of. @throws RecordMissing */
export function readControlCase(context: QueryContext, id: string): ControlCase {
  const proposal = readPresent(context, 'companyControl', id)
  if (proposal === null) throw new RecordMissing('companyControl', id)
  const changes = listProposals(context, 'companyControl')
  const tooLate = proposal.status === 'proposed' && proposal.from < context.today
  return {
    ...shownChange(context, proposal, changes),
    about: controlSheet(proposal.control)?.about ?? { zh: '', en: '' },
    before: valueBefore(proposal, changes),
    on: context.today,
    tooLate,
    allowed: allowedForProposal('companyControl', context.workspace.account, proposal, tooLate),
    seenDigest: seenDigestOf(context, 'companyControl', id),
  }
}

function controlRow(
  { controls, today }: QueryContext,
  control: ControlName,
  changes: readonly CompanyControl[],
): ControlRow {
  const sheet: ControlSheet = CONTROLS[control]
  const own = changes.filter((each) => each.control === control)
  const coming = own
    .filter((each) => standingOf(each, own, today) === 'coming')
    .reduce<CompanyControl | null>(
      (first, each) => (first === null || each.from < first.from ? each : first),
      null,
    )
  const value = controls(control, today)
  return {
    control,
    name: sheet.name,
    about: sheet.about,
    holds: sheet.holds,
    bounds:
      sheet.holds === 'yes-no' || sheet.holds === 'text' ? null : { least: sheet.least, most: sheet.most },
    value,
    said: controlValue(control, value),
    by: own.find((each) => standingOf(each, own, today) === 'in-force') ?? null,
    next: coming && { from: coming.from, said: controlValue(control, coming.value) },
    waiting: own.filter(({ status }) => status === 'proposed').length,
  }
}

function shownChange(
  context: QueryContext,
  proposal: CompanyControl,
  changes: readonly CompanyControl[],
): ControlChange {
  const { control, value, id } = proposal
  const same = changes.filter((each) => each.control === control)
  return {
    proposal,
    standing: standingOf(proposal, same, context.today),
    pending: decisionsAbout(context, 'companyControl', id).pending,
    name: controlSheet(control)?.name ?? { zh: control, en: control },
    said: controlValue(control, value),
  }
}

/** Of what was adopted before, what held on the first day of a change. */
function valueBefore(proposal: CompanyControl, changes: readonly CompanyControl[]): Value {
  const { control, from } = proposal
  if (!isControl(control)) return NOTHING
  const isEarlier = (each: CompanyControl) => proposal.status !== 'adopted' || isLater(proposal, each)
  const earlier = changes
    .filter((each) => each.status === 'adopted' && each.id !== proposal.id && isEarlier(each))
    .sort((one, other) => (isLater(one, other) ? 1 : -1))
  return controlValue(control, adoptedControls(earlier)(control, from))
}
