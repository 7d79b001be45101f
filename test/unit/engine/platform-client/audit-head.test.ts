import { describe, expect, it } from 'vitest'
import { readAuditHead } from '#main/engine/platform-client/audit-head.ts'
import { PlatformFailure } from '#main/engine/platform-client/platform-failure.ts'
import { auditHeadSaid } from '#shared/words/audit-head.ts'

const head = { sequence: 7, hash: 'f0'.repeat(32) }
const answering = { auditHead: () => Promise.resolve(head) }
const failing = (error: Error) => ({ auditHead: () => Promise.reject(error) })

describe('the newest entry of the audit log', () => {
  it('is what the platform says, and is not asked for where there is no connection', async () => {
    expect(await readAuditHead(answering, true)).toEqual(head)
    expect(await readAuditHead(failing(new Error('asked')), false)).toBeNull()
  })

  it('is none where the platform does not answer or does not tell, and a fault stays one', async () => {
    expect(await readAuditHead(failing(new PlatformFailure('timeout', '/v1/audit/head')), true)).toBeNull()
    expect(await readAuditHead(failing(new PlatformFailure('refused', '/v1/audit/head')), true)).toBeNull()
    await expect(readAuditHead(failing(new TypeError('a fault')), true)).rejects.toThrow('a fault')
  })

  it('is said with its whole hash, or that it was not had', () => {
    expect(auditHeadSaid(head, 'zh')).toBe(`审计链 7 · ${head.hash}`)
    expect(auditHeadSaid(null, 'zh')).toBe('审计链 未取得（与平台断开）')
    expect(auditHeadSaid(null, 'en')).toBe('Audit chain not had (no connection to the platform)')
  })
})
