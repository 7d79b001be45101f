import { createRouterClient } from '@orpc/server'
import { routerOf } from '#main/engine/router/engine-router.ts'
import { describeEngine } from './engine.suite.ts'
import { openEngine } from './open-engine.ts'

describeEngine('directly', async (setting) => {
  const engine = await openEngine(setting)
  return { client: createRouterClient(routerOf(engine)), close: () => engine.close() }
})
