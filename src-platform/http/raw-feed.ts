import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import {
  feedQuerySchema,
  RAW_PATHS,
  snapshotQuerySchema,
} from '#shared/contracts/console-platform/contract.ts'
import { authenticate } from '../auth/authenticate.ts'
import { feedPage } from '../change-feed/feed.ts'
import { type Audience, visibleKinds } from '../change-feed/role-cut.ts'
import { snapshotPage } from '../change-feed/snapshot.ts'
import type { WakeBroadcast } from '../change-feed/wake.ts'
import type { Platform } from '../platform.ts'
import { jsonResponse } from './compress.ts'
import { errorResponse } from './errors.ts'
import type { HttpEnv } from './request-context.ts'

/** The contract's paths that carry many rows: joined text from the store instead of parsed and encoded objects. */
export function mountRawFeed(app: Hono<HttpEnv>, platform: Platform, wake: WakeBroadcast): void {
  app.get(RAW_PATHS.wake, (context) =>
    forSession(context, async () => {
      const authorization = context.req.header('authorization')
      const stays = async () => (await authenticate(platform, authorization)) !== null
      const events = wake.listen(stays)
      if (events === null) return errorResponse(context, 503, 'SERVICE_UNAVAILABLE', 'Too many listeners.')
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
      return new Response(events, { headers })
    }),
  )
  app.get('/v1/snapshot/:kind', (context) =>
    forSession(context, async (audience) => {
      const query = snapshotQuerySchema.safeParse({ ...context.req.query(), kind: context.req.param('kind') })
      if (!query.success) return badInput(context, query.error)
      const { kind, after = '', limit } = query.data
      if (!visibleKinds(audience).includes(kind))
        return errorResponse(context, 403, 'FORBIDDEN', `Your roles see no ${kind}.`)
      const json = await snapshotPage(platform.store, audience, { kind, after, limit })
      return jsonResponse(json, context.req.header('accept-encoding'))
    }),
  )
  app.get('/v1/feed', (context) =>
    forSession(context, async (audience) => {
      const query = feedQuerySchema.safeParse(context.req.query())
      if (!query.success) return badInput(context, query.error)
      const json = await feedPage(platform.store, audience, query.data)
      return jsonResponse(Buffer.from(json), context.req.header('accept-encoding'))
    }),
  )
}

async function forSession(
  context: Context<HttpEnv>,
  answer: (audience: Audience) => Promise<Response>,
): Promise<Response> {
  const signedIn = context.get('signedIn')
  if (signedIn === null) return errorResponse(context, 401, 'UNAUTHORIZED', 'Sign in again.')
  return answer({ roles: signedIn.account.roles, protocol: context.get('protocol') })
}

function badInput(context: Context<HttpEnv>, error: z.ZodError): Response {
  return errorResponse(context, 400, 'BAD_REQUEST', error.issues[0]?.message ?? 'bad input')
}
