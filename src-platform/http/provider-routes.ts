import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import { applicantSchema } from '#shared/rules/admission/applicant.ts'
import type { Platform } from '../platform.ts'
import {
  applicationFormSchema,
  resubmitApplication,
  submitApplication,
  withdrawApplication,
} from '../vendor-api/apply.ts'
import {
  cancelFormSchema,
  cancelPayout,
  listPayouts,
  payoutFormSchema,
  requestPayout,
} from '../vendor-api/payouts.ts'
import { uploadDocument } from '../vendor-api/upload-document.ts'
import { VendorError } from '../vendor-api/vendor.ts'
import { multipart } from './multipart.ts'
import type { VendorApp } from './vendor-app.ts'

/** The vendor's side of an application: documents first, then the form that names them by hash. */
export function mountProviderRoutes(app: VendorApp, platform: Platform): void {
  app.post('/provider/v1/documents', async (context) => {
    const { files } = await multipart(context)
    const file = files[0]
    if (file === undefined) throw new VendorError(400, 'A file is missing.')
    return context.json({ hash: await uploadDocument(platform, context.get('vendor'), file.bytes) })
  })
  app.post('/provider/v1/applications', async (context) => {
    const form = applicationFormSchema.parse(await context.req.json())
    return context.json(view(await submitApplication(platform, context.get('vendor'), form)))
  })
  app.get('/provider/v1/applications', async (context) => {
    const { marketplace, providerId } = context.get('vendor')
    const applications = await platform.store.ofProvider('application', marketplace, providerId)
    return context.json({ applications: applications.map(view) })
  })
  app.post('/provider/v1/applications/:id/resubmission', async (context) => {
    const applicant = applicantSchema.parse(await context.req.json())
    const id = context.req.param('id')
    return context.json(view(await resubmitApplication(platform, context.get('vendor'), id, applicant)))
  })
  app.post('/provider/v1/applications/:id/withdrawal', async (context) => {
    const id = context.req.param('id')
    return context.json(view(await withdrawApplication(platform, context.get('vendor'), id)))
  })
}

/** The vendor's side of being paid: it asks for its own committed months, sees what became of that, and takes it back. */
export function mountPayoutRoutes(app: VendorApp, platform: Platform): void {
  app.get('/provider/v1/payouts', async (context) => {
    const payouts = await listPayouts(platform, context.get('vendor'))
    return context.json({ payouts: payouts.map(payoutView) })
  })
  app.post('/provider/v1/payouts', async (context) => {
    const form = payoutFormSchema.parse(await context.req.json())
    return context.json(payoutView(await requestPayout(platform, context.get('vendor'), form)))
  })
  app.post('/provider/v1/payouts/:id/cancellation', async (context) => {
    const form = cancelFormSchema.parse(await context.req.json())
    const id = context.req.param('id')
    return context.json(payoutView(await cancelPayout(platform, context.get('vendor'), id, form)))
  })
}

/** What the vendor sees of its request: nobody's name, nothing internal. Fen. */
function payoutView({ id, status, months, amount, requested, paidAt }: PayoutRequest) {
  return {
    ...{ id, status, amount },
    months: months.map(({ month, net }) => ({ month, net })),
    requestedOn: requested.on,
    paidAt,
  }
}

/** What the vendor sees of its application: nothing internal. */
function view({ id, status, purpose, submittedAt, history }: Application) {
  return {
    id,
    status,
    purpose,
    submittedAt,
    notes: history.flatMap(({ at, action, noteToVendor, reasons }) =>
      noteToVendor === null && reasons.length === 0 ? [] : [{ at, action, note: noteToVendor, reasons }],
    ),
  }
}
