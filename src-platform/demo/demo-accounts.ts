import type { Role } from '#shared/contracts/console-platform/roles.ts'

/** Demo accounts, one a role, and a second of those where one proposes and another adopts. Passwords and second factors are public: these exist on a demo platform only. */
export const DEMO_PASSWORD = 'marketdesk-demo'

export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Of the second factor, base 32, as public as the password; of those whose roles need one. */
  readonly factorSecret?: string
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { id: 'op-zhoumin', name: '周敏', email: 'ops@demo.example.cn', roles: ['ops'] },
  { id: 'op-chensiyuan', name: '陈思远', email: 'ops-manager@demo.example.cn', roles: ['ops-manager'] },
  { id: 'op-liufang', name: '刘芳', email: 'finance@demo.example.cn', roles: ['finance'] },
  {
    id: 'op-wangjianguo',
    name: '王建国',
    email: 'approver@demo.example.cn',
    roles: ['finance-approver'],
    factorSecret: 'MARKETDESKDEMOAPPROVERAAAAAAAAAA',
  },
  { id: 'op-lijing', name: '李静', email: 'support@demo.example.cn', roles: ['support'] },
  { id: 'op-zhaolei', name: '赵磊', email: 'auditor@demo.example.cn', roles: ['auditor'] },
  {
    id: 'op-sunting',
    name: '孙婷',
    email: 'admin@demo.example.cn',
    roles: ['admin'],
    factorSecret: 'MARKETDESKDEMOADMINAAAAAAAAAAAAA',
  },
  {
    id: 'op-zhengyun',
    name: '郑云',
    email: 'approver2@demo.example.cn',
    roles: ['finance-approver'],
    factorSecret: 'MARKETDESKDEMOAPPROVERBBBBBBBBBB',
  },
  {
    id: 'op-heping',
    name: '何平',
    email: 'admin2@demo.example.cn',
    roles: ['admin'],
    factorSecret: 'MARKETDESKDEMOADMINBBBBBBBBBBBBB',
  },
]

/** The vendor key the demo platform knows; for trying the vendor tool against it. */
export const DEMO_VENDOR_KEY = 'demo-vendor-key-0001'
