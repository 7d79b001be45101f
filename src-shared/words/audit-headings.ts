import type { Bilingual } from '../base/bilingual.ts'

type Headings = Readonly<Record<string, Bilingual>>

/** The report of who was shown personal data, on screen and as a file. */
export const REVEAL_HEADINGS = {
  title: { zh: '个人信息查看记录', en: 'Personal data shown' },
  sequence: { zh: '序号', en: 'Entry' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '查看人', en: 'To whom' },
  kind: { zh: '对象类型', en: 'Kind' },
  record: { zh: '对象', en: 'Of what' },
  id: { zh: '编号', en: 'Id' },
  reason: { zh: '理由', en: 'Why' },
} as const satisfies Headings

/** The report of who held which roles on a day, on screen and as a file. */
export const ROLES_HEADINGS = {
  title: { zh: '角色持有情况', en: 'Roles on a day' },
  name: { zh: '姓名', en: 'Name' },
  id: { zh: '编号', en: 'Id' },
  roles: { zh: '角色', en: 'Roles' },
  conflicts: { zh: '不相容角色', en: 'Roles that check each other' },
  changed: { zh: '当天有变更', en: 'Changed that day' },
  sequence: { zh: '序号', en: 'Entry' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Headings
