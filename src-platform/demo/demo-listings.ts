import { stringify } from 'yaml'
import type { Offer } from '#shared/contracts/console-platform/records/listing.ts'
import { iconPng, screenshotPng } from './demo-png.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface DemoProduct {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly category: string
  readonly about: { readonly zh: string; readonly en: string }
}

export interface PackageFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** Products as they stand in such stores; the categories are keys of the vendor tool. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    name: 'vector-search',
    zh: '向量检索引擎',
    en: 'Vector Search',
    category: 'ai-machine-learning',
    about: {
      zh: '面向大模型应用的分布式向量检索，支持混合召回与在线更新。',
      en: 'Distributed vector search for LLM applications, with hybrid recall and online updates.',
    },
  },
  {
    name: 'model-serving',
    zh: '模型推理服务',
    en: 'Model Serving',
    category: 'ai-machine-learning',
    about: {
      zh: '在集群内部署、伸缩和观测推理服务。',
      en: 'Deploy, scale and observe inference services in the cluster.',
    },
  },
  {
    name: 'tidal-db',
    zh: '潮汐分布式数据库',
    en: 'Tidal DB',
    category: 'database',
    about: {
      zh: '兼容 MySQL 协议的分布式事务数据库。',
      en: 'A distributed transactional database that speaks the MySQL protocol.',
    },
  },
  {
    name: 'redis-steward',
    zh: 'Redis 管家',
    en: 'Redis Steward',
    category: 'database',
    about: {
      zh: '一键创建、备份和巡检 Redis 集群。',
      en: 'Create, back up and inspect Redis clusters in one place.',
    },
  },
  {
    name: 'log-lake',
    zh: '日志湖',
    en: 'Log Lake',
    category: 'observability',
    about: { zh: '低成本存储和检索 PB 级日志。', en: 'Store and search petabytes of logs at low cost.' },
  },
  {
    name: 'alert-router',
    zh: '告警路由',
    en: 'Alert Router',
    category: 'observability',
    about: {
      zh: '按值班表分派告警，去重、抑制并升级。',
      en: 'Route alerts by duty roster, deduplicate, silence and escalate.',
    },
  },
  {
    name: 'pipeline-guard',
    zh: '流水线守卫',
    en: 'Pipeline Guard',
    category: 'integration-delivery',
    about: {
      zh: '在流水线里检查镜像、密钥与许可证。',
      en: 'Check images, secrets and licences inside the pipeline.',
    },
  },
  {
    name: 'edge-gateway',
    zh: '边缘网关',
    en: 'Edge Gateway',
    category: 'networking',
    about: {
      zh: '统一南北向流量入口，支持灰度和限流。',
      en: 'One entry for north-south traffic, with canary and rate limits.',
    },
  },
  {
    name: 'mesh-insight',
    zh: '网格洞察',
    en: 'Mesh Insight',
    category: 'networking',
    about: {
      zh: '服务网格的拓扑、延迟和错误一目了然。',
      en: 'Topology, latency and errors of the service mesh at a glance.',
    },
  },
  {
    name: 'secret-vault',
    zh: '密钥保险箱',
    en: 'Secret Vault',
    category: 'security',
    about: {
      zh: '集中管理密钥与证书，自动轮换。',
      en: 'Manage secrets and certificates in one place, rotated automatically.',
    },
  },
  {
    name: 'image-shield',
    zh: '镜像安全盾',
    en: 'Image Shield',
    category: 'security',
    about: {
      zh: '扫描镜像漏洞并阻断高危部署。',
      en: 'Scan images and block deployments with critical findings.',
    },
  },
  {
    name: 'snap-backup',
    zh: '快照备份与跨集群容灾恢复一体化管理平台',
    en: 'Snap Backup',
    category: 'storage',
    about: {
      zh: '应用级一致性快照，跨集群恢复。',
      en: 'Application-consistent snapshots, restored across clusters.',
    },
  },
  {
    name: 'object-bridge',
    zh: '对象存储桥',
    en: 'Object Bridge',
    category: 'storage',
    about: { zh: '把多家对象存储挂载为一个命名空间。', en: 'Mount several object stores as one namespace.' },
  },
  {
    name: 'stream-forge',
    zh: '流式工坊',
    en: 'Stream Forge',
    category: 'streaming-messaging',
    about: { zh: '可视化编排流式计算任务。', en: 'Compose streaming jobs visually.' },
  },
  {
    name: 'queue-keeper',
    zh: '消息守护',
    en: 'Queue Keeper',
    category: 'streaming-messaging',
    about: {
      zh: '消息队列的容量、堆积与重平衡管理。',
      en: 'Capacity, backlog and rebalancing of message queues.',
    },
  },
]

/** What is wrong with a package; `none` is complete. */
export type PackageFlaw =
  | 'none'
  | 'two-screenshots'
  | 'html-screenshot'
  | 'no-english-readme'
  | 'missing-section'
  | 'no-changelog'
  | 'no-manual'
  | 'bad-language'

const SECTIONS = {
  zh: ['产品简介', '产品特性', '核心功能', '使用流程', '常见问题'],
  en: ['Introduction', 'Product Features', 'Core Functions', 'How to Use', 'FAQ'],
}

/** The files of a package as the vendor tool packs them. `pictures` are shared between packages: making them costs. */
export function demoPackage(
  product: DemoProduct,
  version: string,
  flaw: PackageFlaw,
  pictures: { readonly icon: Uint8Array; readonly screenshots: readonly Uint8Array[] },
): PackageFile[] {
  const at = (path: string) => `${product.name}/${path}`
  const screenshots = pictures.screenshots.slice(0, flaw === 'two-screenshots' ? 2 : 4)
  const metadata = {
    apiVersion: 'v1',
    name: product.name,
    version,
    displayName:
      flaw === 'bad-language' ? { zh: product.zh, english: product.en } : { zh: product.zh, en: product.en },
    description: product.about,
    category: product.category,
    keywords: [product.category, product.en],
    home: `https://${product.name}.example.cn`,
    ...(flaw === 'no-manual' ? {} : { docs: `https://docs.example.cn/${product.name}` }),
    kubeVersion: '>=1.19.0-0',
    ksVersion: '>=4.1.0-0',
    provider: {
      zh: { name: '示例服务商', email: 'dev@example.cn', url: 'https://www.example.cn' },
      en: { name: 'Sample Vendor', email: 'dev@example.cn', url: 'https://www.example.cn' },
    },
    icon: './static/icon.png',
    screenshots: screenshots.map((_, index) => `./static/screenshots/${index + 1}.png`),
    installationMode: 'HostOnly',
    staticFileDirectory: 'static',
    images: [`registry.example.cn/${product.name}/server:v${version}`],
  }
  const changelog = (added: string) => `# Changelog\n\n## ${version}\n\n- ${added}\n\n## 0.9.0\n\n- first\n`
  const files: PackageFile[] = [
    { path: at('extension.yaml'), content: stringify(metadata) },
    { path: at('permissions.yaml'), content: 'kind: ClusterRole\nrules: []\n' },
    { path: at('values.yaml'), content: 'replicas: 1\n' },
    {
      path: at('README_zh.md'),
      content: readme(
        product.zh,
        product.about.zh,
        flaw === 'missing-section' ? SECTIONS.zh.slice(0, 4) : SECTIONS.zh,
        'zh',
      ),
    },
    { path: at('static/icon.png'), content: pictures.icon },
    ...screenshots.map((content, index) => ({
      path: at(`static/screenshots/${index + 1}.png`),
      content:
        flaw === 'html-screenshot' && index === 1 ? '<html><body>502 Bad Gateway</body></html>' : content,
    })),
    {
      path: at(`charts/${product.name}/Chart.yaml`),
      content: `apiVersion: v2\nname: ${product.name}\nversion: ${version}\n`,
    },
    { path: at(`charts/${product.name}/values.yaml`), content: 'image:\n  tag: latest\n' },
  ]
  if (flaw !== 'no-english-readme')
    files.push({ path: at('README.md'), content: readme(product.en, product.about.en, SECTIONS.en, 'en') })
  if (flaw !== 'no-changelog') {
    files.push({ path: at('CHANGELOG_zh.md'), content: changelog('提升稳定性并修复若干问题') })
    files.push({ path: at('CHANGELOG.md'), content: changelog('More stable, several fixes') })
  }
  return files
}

/** What stands under each of the five headings, in their order. */
const SECTION_TEXTS = {
  zh: (about: string) => [
    about,
    '- 与 KubeSphere 控制台统一登录与授权\n- 支持高可用部署与滚动升级\n- 全部配置可声明、可回滚',
    '| 能力 | 说明 |\n|---|---|\n| 生命周期 | 创建、扩缩、升级、删除 |\n| 可观测 | 指标、日志与事件 |\n| 规模 | 单集群 500 个节点 |',
    '1. 在扩展市场中安装扩展组件\n2. 为企业空间授权\n3. 新建实例并等待其就绪\n4. 在概览页查看运行状况',
    '**是否支持离线安装？** 支持，镜像清单见 extension.yaml。\n\n**如何升级？** 在扩展市场中选择新版本，数据会保留。',
  ],
  en: (about: string) => [
    about,
    '- One sign-in and one authorisation with the KubeSphere console\n- Highly available, upgraded without downtime\n- Everything declared, everything can be rolled back',
    '| Ability | What it does |\n|---|---|\n| Life cycle | create, scale, upgrade, delete |\n| Observability | metrics, logs and events |\n| Scale | 500 nodes in one cluster |',
    '1. Install the extension from the marketplace\n2. Grant it to a workspace\n3. Create an instance and wait until it is ready\n4. See how it runs on the overview page',
    '**Can it be installed offline?** Yes; the images are listed in extension.yaml.\n\n**How is it upgraded?** Choose the new version in the marketplace; the data stays.',
  ],
} as const

function readme(title: string, about: string, sections: readonly string[], language: 'zh' | 'en'): string {
  const texts = SECTION_TEXTS[language](about)
  return `# ${title}\n\n${sections.map((section, at) => `## ${section}\n\n${texts[at] ?? ''}\n`).join('\n')}`
}

/** A handful of pictures that all demo packages share. */
export function demoPictures(random: SeededRandom): { icons: Uint8Array[]; screenshots: Uint8Array[] } {
  return {
    icons: Array.from({ length: 5 }, () => iconPng(random)),
    screenshots: Array.from({ length: 8 }, () => screenshotPng(random)),
  }
}

/** Plans and delivery; now and then an offline price that is shown publicly, which no rule allows. */
export function demoOffer(random: SeededRandom): Offer {
  if (random.chance(0.25)) {
    return { delivery: 'offline', plans: [], priceShownPublicly: random.chance(0.2), paid: true }
  }
  if (random.chance(0.3))
    return {
      delivery: 'online',
      plans: [{ name: '社区版', price: 0, months: 12, quota: '10 个节点' }],
      priceShownPublicly: true,
      paid: false,
    }
  return {
    delivery: 'online',
    plans: [
      { name: '标准版', price: random.int(1, 9) * 9_900, months: 1, quota: '10 个节点' },
      { name: '企业版', price: random.int(1, 9) * 99_000, months: 12, quota: '100 个节点' },
    ],
    priceShownPublicly: true,
    paid: true,
  }
}
