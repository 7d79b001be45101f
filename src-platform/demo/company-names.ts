import type { SeededRandom } from './seeded-random.ts'

const REGIONS = [
  ['北京', '110108'],
  ['上海', '310115'],
  ['深圳', '440305'],
  ['杭州', '330106'],
  ['广州', '440106'],
  ['成都', '510107'],
  ['武汉', '420111'],
  ['南京', '320106'],
  ['苏州', '320505'],
  ['西安', '610113'],
  ['厦门', '350203'],
  ['合肥', '340104'],
  ['内蒙古', '150102'],
] as const
const WORDS = [
  '云澜',
  '数聚',
  '启明星辰',
  '博睿',
  '灵雀',
  '华宇万维',
  '天枢',
  '安恒信',
  '极目',
  '智谱元',
  '青禾',
  '海若',
  '谷雨',
  '飞轮',
  '时序',
  '观远',
  '星环',
  '逸云',
  '道一',
  '同方融达',
  '百川汇',
  '鲸落',
  '思必得',
  '恒安嘉和',
] as const
const TRADES = [
  '科技',
  '信息技术',
  '网络科技',
  '数据服务',
  '软件',
  '智能科技',
  '云计算',
  '系统集成',
  '信息安全技术',
] as const
const FORMS = ['有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司'] as const
const SURNAMES = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '欧阳',
  '司马',
] as const
const GIVEN = [
  '伟',
  '芳',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '艳',
  '勇',
  '婷',
  '建国',
  '思远',
  '子涵',
] as const

export interface CompanyName {
  readonly name: string
  readonly shortName: string
  /** Administrative division of six digits, part of the unified social credit code. */
  readonly division: string
}

/** A company as registries name them: region first, or in brackets; now and then a very long one. */
export function companyName(random: SeededRandom): CompanyName {
  const [region, division] = random.pick(REGIONS)
  const word = random.pick(WORDS)
  const trade = random.pick(TRADES)
  const form = random.pick(FORMS)
  const shortName = `${word}${trade}`
  if (random.chance(0.06)) {
    return {
      name: `${word}（${region}自由贸易试验区）${trade}与产业数字化研究院${form}${region}分公司`,
      shortName,
      division,
    }
  }
  return random.chance(0.25)
    ? { name: `${word}（${region}）${trade}${form}`, shortName, division }
    : { name: `${region}${word}${trade}${form}`, shortName, division }
}

export function personName(random: SeededRandom): string {
  return random.pick(SURNAMES) + random.pick(GIVEN)
}

const USCC_SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** A unified social credit code with a valid check symbol (GB 32100-2015); the organisation is invented. */
export function inventedUscc(random: SeededRandom, division: string): string {
  let code = `91${division}MA`
  while (code.length < 17) code += random.pick([...USCC_SYMBOLS])
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, at) => total + weight * USCC_SYMBOLS.indexOf(code.charAt(at)),
    0,
  )
  return code + USCC_SYMBOLS.charAt((31 - (sum % 31)) % 31)
}

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A resident identity number with a valid check symbol (GB 11643-1999); the person is invented. */
export function inventedResidentId(random: SeededRandom, division: string): string {
  const born = `${random.int(1968, 2001)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}`
  const body = `${division}${born}${String(random.int(1, 999)).padStart(3, '0')}`
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
