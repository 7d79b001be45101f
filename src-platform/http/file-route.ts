import type { Context, Hono } from 'hono'
import { FileDiffersError, FileTooLargeError } from '#node/file-store/file-store.ts'
import { fileHashSchema } from '#shared/base/ids.ts'
import { COMMAND_TYPES } from '#shared/contracts/console-platform/commands.ts'
import { FILE_LIMIT_BYTES } from '#shared/contracts/console-platform/protocol.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { TooMuchGivenError, takeFile } from '../files/given-files.ts'
import type { Platform } from '../platform.ts'
import { errorResponse } from './errors.ts'
import type { HttpEnv } from './request-context.ts'

const PATH = '/v1/files/:hash'
/** When an account that gave too much may try again. */
const AGAIN_AFTER_SECONDS = 3600

/**
 * GET: bytes of a file, if a record this session may see names it. A hash never changes its bytes: cached for good.
 * PUT: the bytes of a hash, streamed, bounded and checked; whoever gave them may name the file in commands.
 */
export function mountFileRoute(app: Hono<HttpEnv>, platform: Platform): void {
  app.get(PATH, async (context) => {
    const signedIn = context.get('signedIn')
    if (signedIn === null) return errorResponse(context, 401, 'UNAUTHORIZED', 'Sign in again.')
    const missing = () => errorResponse(context, 404, 'NOT_FOUND', 'There is no such file.')
    const hash = fileHashSchema.safeParse(context.req.param('hash'))
    if (!hash.success) return missing()
    const kinds = await platform.store.kindsNaming(hash.data)
    if (!kinds.some((kind) => maySee(signedIn.account.roles, kind))) return missing()
    const headers = { etag: `"${hash.data}"`, 'cache-control': 'private, max-age=31536000, immutable' }
    if (context.req.header('if-none-match') === headers.etag) return context.body(null, 304, headers)
    const bytes = await platform.files.get(hash.data)
    if (bytes === null) return missing()
    return context.body(bytes, 200, { ...headers, 'content-type': 'application/octet-stream' })
  })

  app.put(PATH, async (context) => {
    const signedIn = context.get('signedIn')
    if (signedIn === null) return errorResponse(context, 401, 'UNAUTHORIZED', 'Sign in again.')
    const { id, roles } = signedIn.account
    if (!COMMAND_TYPES.some((type) => mayCommand(roles, type))) {
      return errorResponse(context, 403, 'FORBIDDEN', 'Who decides nothing gives no files.')
    }
    const hash = fileHashSchema.safeParse(context.req.param('hash'))
    if (!hash.success) return errorResponse(context, 400, 'BAD_REQUEST', 'The path ends in a SHA-256.')
    if (Number(context.req.header('content-length') ?? 0) > FILE_LIMIT_BYTES) return tooLarge(context)
    const { body } = context.req.raw
    if (body === null) return errorResponse(context, 400, 'BAD_REQUEST', 'A file has bytes.')
    try {
      await takeFile(platform, id, hash.data, body)
      return context.body(null, 204)
    } catch (error) {
      return refusal(context, error)
    }
  })
}

function refusal(context: Context, error: unknown): Response {
  if (error instanceof FileTooLargeError) return tooLarge(context)
  if (error instanceof FileDiffersError) return errorResponse(context, 400, 'BAD_REQUEST', error.message)
  if (error instanceof TooMuchGivenError) {
    context.header('retry-after', String(AGAIN_AFTER_SECONDS))
    return errorResponse(context, 429, 'TOO_MANY_REQUESTS', error.message)
  }
  throw error
}

function tooLarge(context: Context): Response {
  return errorResponse(
    context,
    413,
    'PAYLOAD_TOO_LARGE',
    `A file has at most ${FILE_LIMIT_BYTES} bytes; this one has more.`,
  )
}
