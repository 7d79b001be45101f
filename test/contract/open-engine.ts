import type { Engine } from '#main/engine/engine.ts'
import { startLocalEngine } from '#main/engine/start-local-engine.ts'
import { fileKeyStore, fileSecretStore } from '#main/engine/storage/keys/file-key-store.ts'
import type { EngineSetting } from './engine.suite.ts'

/** An engine as the browser host starts it. */
export function openEngine({ platformUrl, dataFolder, undoMs }: EngineSetting): Promise<Engine> {
  return startLocalEngine({
    platformUrl,
    dataFolder,
    undoMs,
    keys: fileKeyStore(dataFolder),
    secrets: fileSecretStore(dataFolder),
  })
}
