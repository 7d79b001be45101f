import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { assert } from '#shared/base/assert.ts'
import { fileHashSchema } from '#shared/base/ids.ts'
import { FILE_LIMIT_BYTES } from '#shared/contracts/console-platform/protocol.ts'
import type { Platform } from '../platform.ts'
import { Gate } from '../vendor-api/gate.ts'
import { getExtension, getVersion, listExtensions, listSnapshots } from '../vendor-api/listing-views.ts'
import { pushPackage } from '../vendor-api/push-package.ts'
import { cancelSubmission, submitVersion } from '../vendor-api/submit-version.ts'
import { uploadFiles, uploadsDir } from '../vendor-api/upload-files.ts'
import { VendorError, vendorOf } from '../vendor-api/vendor.ts'
import { multipart } from './multipart.ts'
import { mountPayoutRoutes, mountProviderRoutes } from './provider-routes.ts'
import type { VendorApp } from './vendor-app.ts'
import { vendorFailure } from './vendor-failure.ts'

/** A file and the multipart text around it. */
const UPLOAD_BODY_BYTES = FILE_LIMIT_BYTES + 64 * 1024
/** Bodies are taken a few at a time and packages read one at a time, so that their memory does not add up. */
const BODIES_AT_ONCE = 4
const WAITING_LIMIT = 32

const searchSchema = z.object({ developer_ids: z.array(z.string()).max(100).optional() })

/** The calls of the vendor's own tool `ksbuilder` (login, push, list, get, unpush) and of the application form. */
export function vendorRoutes(platform: Platform): VendorApp {
  const app: VendorApp = new Hono()
  const bodies = new Gate(BODIES_AT_ONCE, WAITING_LIMIT)
  const packages = new Gate(1, BODIES_AT_ONCE)

  app.onError((error, context) => vendorFailure(error, context))
  app.use(async (context, next) => {
    const vendor = await vendorOf(platform, context.req.header('authorization'))
    if (vendor.providerId === '') throw new VendorError(403, 'The API key belongs to no provider.')
    context.set('vendor', vendor)
    await next()
  })
  app.use(
    bodyLimit({
      maxSize: UPLOAD_BODY_BYTES,
      onError: (context) => context.json({ message: 'The upload is too large.' }, 413),
    }),
  )
  app.post('*', async (_context, next) => {
    const taken = await bodies.pass(async () => {
      await next()
      return true
    })
    if (taken === null) throw new VendorError(503, 'Too many uploads are waiting; try again in a minute.')
  })
  app.use('/extension/v1/users/:user/*', async (context, next) => {
    if (context.req.param('user') !== context.get('vendor').providerId) {
      throw new VendorError(403, 'The API key belongs to another user.')
    }
    await next()
  })

  app.get('/user/v1/user', (context) => context.json({ user_id: context.get('vendor').providerId }))
  app.get('/extension/v1/users/:user/files/usage', (context) =>
    context.json({ dir: uploadsDir(context.get('vendor')) }),
  )
  app.post('/extension/v1/users/:user/files', async (context) => {
    const { files, fields } = await multipart(context)
    const named = files.map(({ field, bytes }) => {
      const path = fields.get(`${field}_path`)
      if (path === undefined) throw new VendorError(400, `${field}_path is missing.`)
      return { bytes, path }
    })
    const { origin } = new URL(context.req.url)
    const urls = await uploadFiles(platform, context.get('vendor'), origin, named)
    return context.json({ files: urls.map((url) => ({ url })) })
  })
  app.post('/extension/v1/users/:user/extensions/:name/package', async (context) => {
    const { files } = await multipart(context)
    const file = files.find(({ field }) => field === 'extension_package')
    if (file === undefined) throw new VendorError(400, 'extension_package is missing.')
    const version = await packages.pass(() =>
      pushPackage(platform, context.get('vendor'), {
        name: context.req.param('name'),
        bytes: file.bytes,
        force: context.req.query('force') === 'true',
        createListing: context.req.query('create_extension') === 'true',
      }),
    )
    assert(version !== null, 'no more packages wait than bodies are taken')
    return context.json({ snapshot: { snapshot_id: version.id } })
  })
  app.post('/extension/v1/users/:user/snapshots/:id/action:submit', async (context) => {
    const version = await submitVersion(platform, context.get('vendor'), context.req.param('id'))
    return context.json({ snapshot_id: version.id })
  })
  app.post('/extension/v1/users/:user/snapshots/:id/action:cancel-submit', async (context) => {
    const version = await cancelSubmission(platform, context.get('vendor'), context.req.param('id'))
    return context.json({ snapshot_id: version.id })
  })
  app.post('/extension/v1/extensions/search', async (context) => {
    const vendor = context.get('vendor')
    const asked = searchSchema.parse(await context.req.json())
    const own = asked.developer_ids === undefined || asked.developer_ids.includes(vendor.providerId)
    return context.json({ extensions: own ? await listExtensions(platform.store, vendor) : [] })
  })
  app.get('/extension/v1/extensions/:name/summary', async (context) =>
    context.json(await getExtension(platform.store, context.get('vendor'), context.req.param('name'))),
  )
  app.get('/extension/v1/extensions/:name/snapshots', async (context) =>
    context.json(await listSnapshots(platform.store, context.get('vendor'), context.req.param('name'))),
  )
  app.get('/extension/v1/extensions/:name/versions/:version', async (context) => {
    const { name, version } = context.req.param()
    return context.json(await getVersion(platform.store, context.get('vendor'), name, version))
  })
  app.get('/extension/v1/files/:hash/:name', async (context) => {
    const { marketplace, providerId } = context.get('vendor')
    const hash = fileHashSchema.parse(context.req.param('hash'))
    const own = await platform.store.uploads(marketplace, providerId, uploadsDir(context.get('vendor')))
    const bytes = own.some((upload) => upload.fileHash === hash) ? await platform.files.get(hash) : null
    if (bytes === null) throw new VendorError(404, 'There is no such file.')
    return context.body(bytes, 200, { 'content-type': 'application/octet-stream' })
  })
  mountProviderRoutes(app, platform)
  mountPayoutRoutes(app, platform)
  return app
}
