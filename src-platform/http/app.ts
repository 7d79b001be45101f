import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError, onError } from '@orpc/server'
import { ResponseHeadersPlugin } from '@orpc/server/plugins'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  OLDEST_SERVED_PROTOCOL,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  servedProtocol,
} from '#shared/contracts/console-platform/protocol.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { WakeBroadcast } from '../change-feed/wake.ts'
import type { Platform } from '../platform.ts'
import { StoreBusyError } from '../store/store-errors.ts'
import { clientNetwork, type IsOurProxy } from './client-network.ts'
import { contractRouter } from './contract-router.ts'
import { errorResponse } from './errors.ts'
import { mountFileRoute } from './file-route.ts'
import { marketplaceRoutes } from './marketplace-routes.ts'
import { openApiDocument } from './openapi-document.ts'
import { mountRawFeed } from './raw-feed.ts'
import type { HttpEnv } from './request-context.ts'
import { vendorRoutes } from './vendor-routes.ts'

/** Largest body of a console's request; files and vendors' uploads have their own limits. */
const CONSOLE_BODY_BYTES = 1024 * 1024
/** Of a signed-in console's command: a statement with all its lines (PACKED_LINES_LIMIT) and its matches. */
const COMMAND_BODY_BYTES = 32 * 1024 * 1024
const COMMANDS_PATH = '/v1/commands'

/** The platform's HTTP surface, as a function from request to response. */
export function createApp(platform: Platform, wake: WakeBroadcast, isOurProxy: IsOurProxy): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const handler = new OpenAPIHandler(contractRouter(platform), {
    plugins: [new ResponseHeadersPlugin()],
    // Around the procedures only: a body that is no JSON is no failure of ours.
    clientInterceptors: [onError((error) => logFailure(error))],
  })
  let document: ReturnType<typeof openApiDocument> | null = null

  app.use(async (context, next) => {
    const requestId = platform.newId()
    context.set('requestId', requestId)
    await next()
    context.header('x-request-id', requestId)
    context.header('x-content-type-options', 'nosniff')
  })
  app.use('/v1/*', async (context, next) => {
    const protocol = servedProtocol(context.req.header(PROTOCOL_HEADER))
    if (protocol === null && context.req.path !== '/v1/about') {
      const minimum = OLDEST_SERVED_PROTOCOL
      return errorResponse(context, 426, 'CLIENT_TOO_OLD', 'Update the console.', { minimum })
    }
    context.set('protocol', protocol ?? PROTOCOL_VERSION)
    context.set('signedIn', await authenticate(platform, context.req.header('authorization')))
    await next()
  })
  const [usual, large] = [limitBody(CONSOLE_BODY_BYTES), limitBody(COMMAND_BODY_BYTES)]
  // Before the limit of other bodies: a file is counted while it comes.
  mountFileRoute(app, platform)
  app.use('/v1/*', (context, next) => {
    const isCommand = context.req.path === COMMANDS_PATH && context.get('signedIn') !== null
    return isCommand ? large(context, next) : usual(context, next)
  })
  mountRawFeed(app, platform, wake)
  app.use('/v1/*', async (context, next) => {
    const address = clientNetwork(context.env?.incoming, isOurProxy)
    const { matched, response } = await handler.handle(context.req.raw, {
      context: { signedIn: context.get('signedIn'), protocol: context.get('protocol'), address },
    })
    if (!matched) return next()
    return context.newResponse(response.body, response)
  })

  app.route('/apis/marketplace/v1', marketplaceRoutes(platform))
  app.route('/apis', vendorRoutes(platform))
  app.get('/openapi.json', async (context) => {
    document ??= openApiDocument()
    return context.json(await document)
  })

  app.notFound((context) => errorResponse(context, 404, 'NOT_FOUND', 'There is nothing here.'))
  app.onError((error, context) => {
    logFailure(error)
    if (error instanceof StoreBusyError) {
      return errorResponse(context, 503, 'SERVICE_UNAVAILABLE', 'The platform is busy; try again.')
    }
    return errorResponse(context, 500, 'INTERNAL_SERVER_ERROR', 'The platform failed; see its log.')
  })
  return app
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: (context) => errorResponse(context, 413, 'PAYLOAD_TOO_LARGE', 'The request is too large.'),
  })
}

/** Only failures of the platform itself: an answer such as 401 is no failure. */
function logFailure(error: unknown): void {
  if (error instanceof ORPCError && error.status < 500) return
  console.error('platform request failed:', error)
}
