import { loadPacks } from '#node/resources/load-packs.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { CliIo } from './cli-io.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

export function readPacks(io: CliIo): Promise<readonly PolicyPack[]> {
  return loadPacks(new URL('policy-packs/', io.resources))
}

/** The pack of a marketplace on a day, or its newest. */
export function choosePack(
  packs: readonly PolicyPack[],
  marketplace: string,
  on: PlainDate | undefined,
): PolicyPack {
  const own = packs.filter((pack) => pack.marketplace === marketplace)
  const known = [...new Set(packs.map((pack) => pack.marketplace))].join(', ')
  if (own.length === 0)
    throw new UsageError(`there is no marketplace ${harmless(marketplace)}; known: ${known}`)
  const chosen = on === undefined ? own.at(-1) : packInForce(own, marketplace, on)
  if (!chosen) throw new UsageError(`no policy pack of ${marketplace} is in force on ${on}`)
  return chosen
}
