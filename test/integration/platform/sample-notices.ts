import type { Notice } from '#shared/contracts/console-platform/records/notice.ts'
import type { NoticeTemplate } from '#shared/contracts/console-platform/records/notice-template.ts'
import { newUlid } from './sample-records.ts'

const AT = '2026-11-20T02:00:00.000Z'

/** A notice that waits to be sent. */
export function sampleNotice(change: Partial<Notice> = {}): Notice {
  const id = change.id ?? newUlid()
  return {
    ...{ id, version: 1, marketplace: 'kubesphere', providerId: 'provider-1' },
    providerName: '北京云栈科技有限公司',
    occasion: 'application-approved',
    about: { kind: 'application', id: 'application-1' },
    cause: `cause ${id}`,
    template: { marketplace: '', number: 0 },
    channel: 'mail',
    language: 'zh',
    said: {
      texts: {
        zh: { subject: '入驻申请已通过', text: '北京云栈科技有限公司：您好！' },
        en: { subject: 'Your application is approved', text: 'Dear 北京云栈科技有限公司,' },
      },
      values: { provider: { zh: '北京云栈科技有限公司', en: '北京云栈科技有限公司' } },
    },
    recipient: { name: '王女士', email: 'wang@example.cn', phone: '13800000000', former: [] },
    ...{ steps: [], madeAt: AT, updatedAt: AT },
    ...change,
  }
}

export function sampleNoticeTemplate(change: Partial<NoticeTemplate> = {}): NoticeTemplate {
  return {
    ...{ id: newUlid(), version: 1, occasion: 'application-approved', marketplace: '', number: 1 },
    texts: {
      zh: { subject: '申请通过了', body: '{{provider}}：申请已通过。' },
      en: { subject: 'Approved', body: '{{provider}}: approved.' },
    },
    reason: '语气更简短',
    set: { at: AT, by: 'op-9', byName: '管理员' },
    ...{ history: [], updatedAt: AT },
    ...change,
  }
}
