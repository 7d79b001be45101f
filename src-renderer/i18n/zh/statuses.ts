import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'
import type { SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import type { ApplicationStatus } from '#shared/contracts/console-platform/records/application.ts'
import type { LineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Listing, ListingVersionStatus } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'

export const statuses = {
  application: {
    submitted: '待受理',
    in_review: '审核中',
    changes_requested: '待补充',
    approved: '已通过',
    contract_pending: '待签约',
    deposit_pending: '待缴保证金',
    open: '已入驻',
    rejected: '已驳回',
    withdrawn: '已撤回',
  } satisfies Record<ApplicationStatus, string>,
  listingVersion: {
    draft: '草稿',
    submitted: '待受理',
    in_review: '审核中',
    changes_requested: '待修改',
    approved: '已通过',
    live: '已上架',
    rejected: '已驳回',
    withdrawn: '已撤回',
    delisted: '已下架',
  } satisfies Record<ListingVersionStatus, string>,
  listing: { draft: '未上架', live: '在售', delisted: '已下架' } satisfies Record<Listing['status'], string>,
  provider: {
    prospect: '入驻中',
    active: '正常',
    suspended: '已暂停',
    leaving: '退出中',
    closed: '已关闭',
  } satisfies Record<Provider['status'], string>,
  bankLine: { open: '未认领', matched: '已认领', 'taken-back': '已退回' } satisfies Record<
    LineStatus,
    string
  >,
  outbox: {
    held: '可撤销',
    queued: '待同步',
    acknowledged: '已送达',
    returned: '被退回',
  } satisfies Record<OutboxEntry['state'], string>,
  sync: {
    'signed-out': '未登录',
    snapshot: '首次同步',
    pulling: '同步中',
    live: '已同步',
    offline: '离线',
    'client-too-old': '版本过旧',
    'cache-damaged': '本地数据损坏',
  } satisfies Record<SyncStatus['state'], string>,
}
