import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOperator } from '#platform/auth/operators.ts'
import { listen } from '#platform/http/listen.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import {
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'

export const PASSWORD = 'correct horse battery'
const PACKAGE = new URL('../fixtures/extensions/cert-manager-1.0.0.tgz', import.meta.url)
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'
/** The address under which the vendor's tool keeps an upload. */
export const UPLOAD_URL = 'https://uploads.example.cn/screenshot.svg'

/** A real platform over HTTP, with a few records of each kind and a real package. */
export interface EnginePlatform {
  readonly url: string
  readonly platform: RunningPlatform
  readonly applications: readonly Application[]
  readonly listing: ListingVersion
  /** A document of the first application. */
  readonly documentHash: string
  /** Changes a record behind the console's back. */
  touch(id: string): Promise<void>
  close(): Promise<void>
}

export async function startEnginePlatform(): Promise<EnginePlatform> {
  const dataDir = await mkdtemp(join(tmpdir(), 'marketdesk-platform-'))
  const platform = await createPlatform({ dataDir, policies: await loadPolicies(), secondFactorFor: [] })
  const people: readonly (readonly [string, Role])[] = [
    ['op-1', 'ops-manager'],
    ['op-2', 'auditor'],
  ]
  for (const [id, role] of people) {
    await createOperator(platform, {
      id,
      name: id,
      email: `${id}@example.cn`,
      password: PASSWORD,
      roles: [role],
    })
  }
  const documentHash = await platform.files.put(new TextEncoder().encode('%PDF-1.7 licence'))
  const packageHash = await platform.files.put(new Uint8Array(await readFile(PACKAGE)))
  const fileHash = await platform.files.put(new TextEncoder().encode(PICTURE))
  const licence = {
    kind: 'business-licence',
    fileHash: documentHash,
    fileName: '营业执照.pdf',
    mediaType: 'application/pdf',
    bytes: 16,
    expiresOn: null,
  }
  const applications = ['澜起数据', '云栈科技', '山海网络', '星图智能'].map((name, index) =>
    sampleApplication({
      applicant: sampleApplicant({ name, documents: index === 0 ? [licence] : [] }),
      status: 'submitted',
    }),
  )
  const listing = sampleListing({ name: 'cert-manager' })
  const version = sampleVersion(listing, {
    packageHash,
    uploads: [{ url: UPLOAD_URL, fileHash, path: 'screenshot.svg' }],
  })
  await platform.store.write(async (transaction) => {
    await transaction.put('provider', sampleProvider())
    for (const application of applications) await transaction.put('application', application)
    await transaction.put('listing', listing)
    await transaction.put('listingVersion', version)
  })
  const { url, close } = await listen(platform, { port: 0 })
  return {
    url,
    platform,
    applications,
    listing: version,
    documentHash,
    touch: (id) =>
      platform.store.write(async (transaction) => {
        const record = await transaction.get('application', id)
        if (record === null) throw new Error(`no application ${id}`)
        const changed = { ...record, version: record.version + 1, status: 'withdrawn' as const }
        await transaction.put('application', changed)
      }),
    close: async () => {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
