import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { inventedUscc } from './company-names.ts'
import { seededRandom } from './seeded-random.ts'

/** Who pays, or is paid for, in the sample statements of the KubeSphere account: importing one finds deposits. */
const PAYERS = [
  '上海测试云科技有限公司',
  '示例软件（北京）有限公司',
  '深圳市样例数据库技术股份有限公司',
  '杭州分期网络科技有限公司',
  '子公司甲科技有限公司',
  '子公司乙科技有限公司',
  '成都样本信息技术有限公司',
  '武汉溢缴软件有限公司',
  '西安短缴软件有限公司',
  '南京注入"软件",有限公司',
  '天津错备注科技有限公司',
  '重庆多零科技有限公司',
  '台湾样本软件股份有限公司北京分公司',
  '苏州𠮷祥软件有限公司',
  '厦门混合科技有限公司',
] as const
/** Pays for two categories of Alibaba in one transfer. */
const TWO_CATEGORIES = '杭州双类目数字科技有限公司'

const JOINED_DAYS_AGO = 45

/** Providers at home whose deposit is asked and not paid: nobody of them is exempt. */
export function sampleProviders(today: PlainDate): Provider[] {
  const random = seededRandom(PAYERS.length)
  const joinedOn = addDays(today, -JOINED_DAYS_AGO)
  const provider = (marketplace: string, name: string, at: number, categories: string[]): Provider => ({
    id: `${marketplace}-${3001 + at}`,
    version: 1,
    marketplace,
    kind: 'enterprise',
    name,
    uscc: inventedUscc(random, '310115'),
    residentId: null,
    staff: 25,
    registeredCapital: 1_000_000_000,
    foundedOn: '2015-06-01',
    licenceIssuedOn: '2015-06-01',
    categories,
    source: 'isv',
    freeOrOpenSourceOnly: false,
    openSourceOnly: false,
    status: 'active',
    payoutsPaused: false,
    joinedOn,
    contact: { name: '李工', phone: '13800000000', email: `partner${3001 + at}@example.cn` },
    website: 'https://www.example.cn',
    documents: [],
    terms: [],
    decisions: [],
    updatedAt: startOfShanghaiDay(joinedOn),
  })
  return [
    ...PAYERS.map((name, at) => provider('kubesphere', name, at, ['extension'])),
    provider('aliyun', TWO_CATEGORIES, 0, ['api', 'security']),
  ]
}
