import { desc, notInArray } from 'drizzle-orm'
import { type DigestCertificate, digestCertificateSchema } from '#shared/contracts/console-engine/sync.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { digestCertificate } from '../storage/journal/schema.ts'

const KEPT = 50

export function keepCertificate({ rows }: Journal, certificate: DigestCertificate): void {
  const { verifiedAt } = certificate
  rows
    .insert(digestCertificate)
    .values({ verifiedAt, certificate: JSON.stringify(certificate) })
    .run()
  const newest = rows
    .select({ sequence: digestCertificate.sequence })
    .from(digestCertificate)
    .orderBy(desc(digestCertificate.sequence))
    .limit(KEPT)
  rows.delete(digestCertificate).where(notInArray(digestCertificate.sequence, newest)).run()
}

/** Newest first. */
export function keptCertificates({ rows }: Journal): DigestCertificate[] {
  const kept = rows.select().from(digestCertificate).orderBy(desc(digestCertificate.sequence)).all()
  return kept.map((row) => digestCertificateSchema.parse(JSON.parse(row.certificate)))
}
