import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { callsSchema, takeCalls } from '../interface-calls/take-calls.ts'
import { billsSchema, takeBills } from '../metered-bills/take-bills.ts'
import type { Platform } from '../platform.ts'
import { Gate } from '../vendor-api/gate.ts'
import { VendorError, vendorOf } from '../vendor-api/vendor.ts'
import type { VendorApp } from './vendor-app.ts'
import { vendorFailure } from './vendor-failure.ts'

const BODY_BYTES = 1024 * 1024
const BODIES_AT_ONCE = 2
const WAITING_LIMIT = 32

/** What a marketplace's own systems report, by a key of the marketplace: one that names no provider. */
export function marketplaceRoutes(platform: Platform): VendorApp {
  const app: VendorApp = new Hono()
  const bodies = new Gate(BODIES_AT_ONCE, WAITING_LIMIT)
  app.onError((error, context) => vendorFailure(error, context))
  app.use(async (context, next) => {
    const vendor = await vendorOf(platform, context.req.header('authorization'))
    if (vendor.providerId !== '') throw new VendorError(403, 'This needs a key of the marketplace itself.')
    context.set('vendor', vendor)
    await next()
  })
  app.use(
    bodyLimit({
      maxSize: BODY_BYTES,
      onError: (context) => context.json({ message: 'The report is too large: send it in parts.' }, 413),
    }),
  )
  app.post('/interface-calls', async (context) => {
    const { calls } = callsSchema.parse(await context.req.json())
    const taken = await bodies.pass(() => takeCalls(platform, context.get('vendor').marketplace, calls))
    if (taken === null) throw new VendorError(503, 'Too many reports are waiting; try again in a minute.')
    return context.json(taken)
  })
  app.post('/metered-bills', async (context) => {
    const { bills } = billsSchema.parse(await context.req.json())
    const taken = await bodies.pass(() => takeBills(platform, context.get('vendor').marketplace, bills))
    if (taken === null) throw new VendorError(503, 'Too many reports are waiting; try again in a minute.')
    return context.json(taken)
  })
  return app
}
