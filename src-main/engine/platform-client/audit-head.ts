import type { AuditHead } from '#shared/contracts/console-platform/contract.ts'
import type { PlatformClient } from './platform-client.ts'
import { PlatformFailure } from './platform-failure.ts'

/**
 * The newest entry of the platform's audit log, for a document that leaves; null where the platform is not reached or
 * does not tell this account, which the document then says.
 */
export async function readAuditHead(
  client: Pick<PlatformClient, 'auditHead'>,
  isOnline: boolean,
): Promise<AuditHead | null> {
  if (!isOnline) return null
  try {
    return await client.auditHead()
  } catch (error) {
    if (error instanceof PlatformFailure) return null
    throw error
  }
}
