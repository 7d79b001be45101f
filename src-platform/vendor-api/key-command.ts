import { lockFolder } from '#node/instance-lock.ts'
import { refuseUnfinishedRestore } from '../backup/restore.ts'
import { refuseUnfinishedDemo } from '../demo/unfinished-demo.ts'
import { loadPolicies } from '../load-policies.ts'
import { createPlatform } from '../start-platform.ts'
import { addKey, endKey, listKeys } from './keys-by-hand.ts'

/** What is done with keys by hand. */
type KeyAct = { readonly act: 'key-add' | 'key-list' } | { readonly act: 'key-end'; readonly id: string }

interface KeyArguments {
  readonly marketplace?: string | undefined
  readonly provider?: string | undefined
  readonly label?: string | undefined
}

/** Makes, lists or ends keys on the folder of a stopped platform: whoever owns it may. */
export async function keysByHand(
  dataDir: string,
  asked: KeyAct,
  { marketplace, provider, label }: KeyArguments,
): Promise<void> {
  if (asked.act === 'key-add' && (marketplace === undefined || label === undefined)) {
    throw new Error('需要 --marketplace 和 --label --marketplace and --label are needed')
  }
  lockFolder(dataDir)
  await refuseUnfinishedRestore(dataDir)
  refuseUnfinishedDemo(dataDir)
  const platform = await createPlatform({ dataDir, policies: await loadPolicies() })
  try {
    switch (asked.act) {
      case 'key-add': {
        const wanted = { marketplace: marketplace ?? '', providerId: provider ?? null, label: label ?? '' }
        console.log(`密钥，只显示这一次 key, shown this once: ${await addKey(platform, wanted)}`)
        return
      }
      case 'key-list':
        for (const key of await listKeys(platform)) {
          const of = key.providerId === '' ? '市场系统 the marketplace itself' : key.providerId
          const ended = key.revokedAt === null ? '' : ` · 已停用 ended ${key.revokedAt}`
          console.log(`${key.id} · ${key.marketplace} · ${of} · ${key.label} · ${key.createdAt}${ended}`)
        }
        return
      case 'key-end':
        await endKey(platform, asked.id)
        console.log(`${asked.id}: 已停用 ended`)
    }
  } finally {
    await platform.close()
  }
}
