import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { CommandSetting } from '../commands/ruling.ts'
import { everyRecord } from '../store/every-record.ts'
import type { ToTell } from './to-tell.ts'

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
  for await (const { id, marketplace, status } of everyRecord(transaction, 'provider')) {
    if (marketplace !== pack.marketplace || !HEARS.includes(status)) continue
    told.push({
      ...{ about: { kind: 'policyPack', id: packId }, marketplace, providerId: id },
      // Why it was proposed was written for who adopts it.
      values: { packVersion: same(pack.packVersion), effectiveFrom: same(pack.from) },
    })
  }
  return told
}
