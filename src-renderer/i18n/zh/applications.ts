import type { ApplicationStatus } from '#shared/contracts/console-platform/records/application.ts'

/** 入驻审核 */
export const applications = {
  title: '入驻审核',
  owed: (count: number, who: string) => `${count} 笔保证金未到账，也未免缴：由 ${who} 认领到账或免缴`,
  /** What comes next where nobody at the desk decides. */
  next: {
    submitted: '下一步：开始审核',
    in_review: '下一步：批准、要求补充或驳回',
    changes_requested: '等服务商补充资料后重新提交',
    approved: '下一步：登记合同',
    contract_pending: '下一步：登记合同',
    deposit_pending: '等保证金到账或免缴，然后开通',
    open: '已开通，没有下一步',
    rejected: '已驳回；服务商须重新申请',
    withdrawn: '服务商已撤回，没有下一步',
  } satisfies Record<ApplicationStatus, string>,
  source: { official: '官方', isv: '软件开发商', community: '社区开发者' },
  filter: {
    scope: '范围',
    ours: '待处理',
    theirs: '待对方',
    all: '全部',
    status: '状态',
    marketplace: '市场',
    category: '类目',
    assignee: '处理人',
    clock: '时限',
    text: '名称',
    anyClock: '不限',
    empty: '没有符合条件的申请',
  },
  head: {
    provider: (term: string) => `${term}档案`,
    pack: (version: string, from: string) => `按 ${version} 版规则审核，${from} 起施行`,
    submitted: (date: string) => `${date} 提交`,
    decided: (date: string) => `${date} 决定`,
  },
  sections: {
    conditions: '入驻条件',
    vendor: '服务商填报',
    documents: '证明文件',
    contracts: '协议',
    deposit: '待缴保证金',
    history: '历史',
  },
  conditions: {
    summary: (failed: number, unknown: number, passed: number) =>
      `${failed} 项不通过 · ${unknown} 项待核实 · ${passed} 项通过`,
    none: '规则包里没有适用的条件',
    showPassed: (count: number) => `展开 ${count} 项通过的条件`,
    hidePassed: '收起通过的条件',
  },
  vendor: {
    name: '名称',
    kind: '主体类型',
    uscc: '统一社会信用代码',
    residentId: '身份证号',
    source: '来源',
    freeOrOpenSourceOnly: '仅提供免费或开源软件',
    openSourceOnly: '全部为开源软件',
    staff: '团队人数',
    people: (count: number) => `${count} 人`,
    registeredCapital: '注册资金',
    foundedOn: '成立日期',
    licenceIssuedOn: '营业执照签发日期',
    serviceHours: '客服时间',
    hours: (days: number, hours: number, online: boolean) =>
      `每周 ${days} 天 × ${hours} 小时${online ? '，在线' : ''}`,
    website: '网址',
    contact: '联系人',
    answers: '其他填报',
    yes: '是',
    no: '否',
  },
  documents: {
    none: '没有提交文件',
    expires: (date: string) => `${date} 到期`,
    expired: (date: string) => `已于 ${date} 过期`,
    open: (name: string) => `查看 ${name}`,
  },
  contracts: {
    none: '该市场没有要登记的协议',
    signed: (by: string, on: string) => `${by} 于 ${on} 签署`,
    unsigned: '尚未签署',
    record: '登记签署',
    version: '版本',
    signedBy: '签署人',
    signedOn: '签署日期',
    agreement: '协议',
    incomplete: '请填写版本、签署人和不晚于今天的签署日期',
    save: (name: string) => `登记《${name}》`,
    notYet: '批准之后登记签署的协议',
  },
  approve: {
    submit: '批准入驻',
    lead: '批准后进入签约与保证金。',
    unknown: (count: number) => `仍有 ${count} 项待核实，批准即表示您已另行核实：`,
    failed: (count: number) => `有 ${count} 项不通过，不能批准`,
  },
  requestChanges: {
    submit: (failed: number, others: number) =>
      failed > 0
        ? `退回给服务商，${failed} 项不通过${others > 0 ? `，另 ${others} 条` : ''}`
        : others > 0
          ? `退回给服务商，${others} 条`
          : '退回给服务商',
  },
  reject: { title: '驳回申请', lead: '驳回后这份申请即告结束，服务商须重新申请。' },
}
