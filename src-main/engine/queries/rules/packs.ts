import type { z } from 'zod'
import { textDigest } from '#node/resources/values-from-build.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type {
  checkedPackSchema,
  PackCase,
  PackChange,
  packsShownSchema,
} from '#shared/contracts/console-engine/rules.ts'
import { type PolicyPackRecord, packOf } from '#shared/contracts/console-platform/records/policy-pack.ts'
import { adoptionTrouble } from '#shared/policy/adoption-trouble.ts'
import { packDifferences } from '#shared/policy/pack-difference.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { type PolicyPack, policyPackSchema } from '#shared/policy/policy-pack.ts'
import { packsInOrder } from '#shared/rules/in-force/policies.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { allowedForProposal, isTooLate, listProposals, standingOf } from './proposals.ts'
import { touchedProviders } from './touched-providers.ts'

/** Most differences that are told. */
const DIFFERENCES_LIMIT = 500

/** Every pack with its days, and the newest proposals of further ones. */
export function readPacks(context: QueryContext): z.infer<typeof packsShownSchema> {
  const { packs, today } = context
  const changes = listProposals(context, 'policyPack')
  const adopted = new Map(
    changes.flatMap((each) =>
      each.status === 'adopted' ? [[keyOf(each.marketplace, each.from), each.id]] : [],
    ),
  )
  return {
    on: today,
    packs: packs.map(({ marketplace, version, effectiveFrom, effectiveTo }) => ({
      ...{ marketplace, version, effectiveFrom, effectiveTo },
      name: marketplaceName(context, marketplace),
      standing:
        effectiveFrom > today
          ? ('coming' as const)
          : effectiveTo !== null && effectiveTo < today
            ? ('superseded' as const)
            : ('in-force' as const),
      changeId: adopted.get(keyOf(marketplace, effectiveFrom)) ?? null,
    })),
    changes: changes.map((record) => shownChange(context, record, changes)),
  }
}

/** One proposed pack with all in which it differs from the one it takes the place of. @throws RecordMissing */
export function readPackCase(context: QueryContext, id: string): PackCase {
  const record = readPresent(context, 'policyPack', id)
  if (record === null) throw new RecordMissing('policyPack', id)
  const changes = listProposals(context, 'policyPack')
  const pack = packOf(record)
  const tooLate = record.status === 'proposed' && isTooLate(context, record)
  return {
    ...shownChange(context, record, changes),
    ...(pack === null
      ? { inForce: null, troubles: [], differences: [], cut: false, touched: null }
      : heldAgainst(context, pack, record)),
    tooLate,
    allowed: allowedForProposal('policyPack', context.workspace.account, record, tooLate),
    seenDigest: seenDigestOf(context, 'policyPack', id),
  }
}

/** A file as a pack: what is wrong with it and where, or what it would change. */
export async function checkPack(
  context: QueryContext,
  text: string,
): Promise<z.infer<typeof checkedPackSchema>> {
  // The parser of YAML takes long to load.
  const { parseResource } = await import('#node/resources/parse-resource.ts')
  const { value: pack, problems } = parseResource(text, policyPackSchema)
  if (pack === null) return { problems: problems.slice(0, DIFFERENCES_LIMIT), checked: null }
  const { marketplace, version, effectiveFrom } = pack
  return {
    problems: [],
    checked: {
      ...{ marketplace, version, effectiveFrom },
      name: pack.name,
      fileHash: textDigest(text),
      pack: JSON.stringify(pack),
      ...heldAgainst(context, pack, null),
    },
  }
}

/** A pack beside the one that holds, or would hold without it, on its first day. */
function heldAgainst(context: QueryContext, pack: PolicyPack, record: PolicyPackRecord | null) {
  const others = packsInOrder(context.packs.filter((each) => !isSame(each, pack, record)))
  const inForce = packInForce(others, pack.marketplace, pack.effectiveFrom)
  const differences = packDifferences(inForce, pack)
  return {
    inForce: inForce === null ? null : inForce.version,
    troubles:
      record === null || record.status === 'proposed' ? adoptionTrouble(pack, others, context.today) : [],
    differences: differences.slice(0, DIFFERENCES_LIMIT),
    cut: differences.length > DIFFERENCES_LIMIT,
    touched: touchedProviders(context, inForce, pack, differences),
  }
}

/** Whether a pack in force is the very one of an adopted record: it is no difference to itself. */
function isSame(each: PolicyPack, pack: PolicyPack, record: PolicyPackRecord | null): boolean {
  return (
    record?.status === 'adopted' &&
    each.marketplace === pack.marketplace &&
    each.effectiveFrom === pack.effectiveFrom &&
    each.version === pack.version
  )
}

function shownChange(
  context: QueryContext,
  record: PolicyPackRecord,
  changes: readonly PolicyPackRecord[],
): PackChange {
  const { pack: _pack, ...proposal } = record
  const same = changes.filter(({ marketplace }) => marketplace === record.marketplace)
  return {
    proposal,
    marketplaceName: marketplaceName(context, record.marketplace),
    standing: standingOf(record, same, context.today),
    pending: decisionsAbout(context, 'policyPack', record.id).pending,
  }
}

function keyOf(marketplace: string, from: PlainDate): string {
  return `${marketplace} ${from}`
}
