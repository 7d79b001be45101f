import { z } from 'zod'
import { RECORD_KINDS, type RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { CommandSetting } from '../commands/ruling.ts'
import type { StoreReader } from '../store/store.ts'
import type { ToTell } from './to-tell.ts'

/** Providers read at a time. */
const AT_ONCE = 500

/** Who sells, or did until its money is settled: applicants and those that left are not told of rules. */
const HEARS: readonly RecordOf['provider']['status'][] = ['active', 'suspended', 'leaving']

/** A pack that was adopted, told to every provider of its marketplace. */
export async function rulesToTell(
  { transaction }: Pick<CommandSetting, 'transaction'>,
  packId: string,
): Promise<Omit<ToTell, 'occasion' | 'cause'>[]> {
  const pack = await transaction.get('policyPack', packId)
  if (pack === null) return []
  const same = (text: string) => ({ zh: text, en: text })
  const told: Omit<ToTell, 'occasion' | 'cause'>[] = []
  for await (const { id, marketplace, status } of providers(transaction)) {
    if (marketplace !== pack.marketplace || !HEARS.includes(status)) continue
    told.push({
      ...{ about: { kind: 'policyPack', id: packId }, marketplace, providerId: id },
      // Why it was proposed was written for who adopts it.
      values: { packVersion: same(pack.packVersion), effectiveFrom: same(pack.from) },
    })
  }
  return told
}

async function* providers(reader: StoreReader): AsyncGenerator<RecordOf['provider']> {
  for (let after = ''; ; ) {
    const { json, next } = await reader.snapshotRows('provider', after, AT_ONCE)
    for (const row of z.array(z.array(z.unknown())).parse(JSON.parse(`[${Buffer.from(json).toString()}]`))) {
      yield RECORD_KINDS.provider.schema.parse(JSON.parse(z.string().parse(row.at(-1))))
    }
    if (next === null) return
    after = next
  }
}
