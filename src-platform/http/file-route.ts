import type { Hono } from 'hono'
import { fileHashSchema } from '#shared/base/ids.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import type { Platform } from '../platform.ts'
import { errorResponse } from './errors.ts'
import type { HttpEnv } from './request-context.ts'

/** Bytes of a file, if a record this session may see names it. A hash never changes its bytes: cached for good. */
export function mountFileRoute(app: Hono<HttpEnv>, platform: Platform): void {
  app.get('/v1/files/:hash', async (context) => {
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
}
