import type { Bilingual } from '../base/bilingual.ts'
import type { LineReason } from '../contracts/console-engine/bank-lines.ts'
import type { Confidence } from '../rules/bank-matching/confidence.ts'

/** How sure it is what an open line is. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, Bilingual>> = {
  exact: { zh: '完全一致', en: 'Exact' },
  likely: { zh: '较有把握', en: 'Likely' },
  doubtful: { zh: '需要判断', en: 'To judge' },
  none: { zh: '无候选', en: 'No candidate' },
}

/** What speaks for and against a match. */
export const MATCH_REASON_WORDS: Readonly<Record<LineReason, Bilingual>> = {
  'payer-equal': { zh: '对方户名与服务商一致', en: 'Counterparty is the provider' },
  'payer-similar': { zh: '对方户名与服务商相近', en: 'Counterparty is similar to the provider' },
  'payer-missing': { zh: '没有对方户名', en: 'No counterparty name' },
  'third-party-payer': { zh: '由第三方付款', en: 'Paid by a third party' },
  'account-known': {
    zh: '这个账号以前确认过属于该服务商',
    en: 'This account was confirmed for the provider before',
  },
  'other-script': { zh: '繁简或写法不同', en: 'Written in another script or way' },
  'remark-as-asked': { zh: '附言按要求的格式写明', en: 'Remark in the form we ask for' },
  'remark-agrees': { zh: '附言写明该服务商的保证金', en: 'Remark names the deposit of this provider' },
  'remark-truncated': { zh: '附言中的名称被截断', en: 'Name in the remark is cut off' },
  'remark-short-name': { zh: '附言用了简称', en: 'Remark uses a short name' },
  'remark-names': { zh: '附言提到该服务商，另有内容', en: 'Remark names the provider, and more' },
  'remark-hints': { zh: '附言中有与名称相同的字词', en: 'Remark shares words with the name' },
  'remark-empty': { zh: '没有附言', en: 'No remark' },
  'remark-without-name': { zh: '附言没有提到名称', en: 'Remark has no name' },
  'remark-says-otherwise': { zh: '附言说的是别的用途', en: 'Remark says another purpose' },
  'summary-says-otherwise': { zh: '摘要说的是别的业务', en: 'Summary says another business' },
  'amount-equal': { zh: '金额正好一致', en: 'Amount is exactly what is due' },
  'amount-short': { zh: '金额少于待缴', en: 'Amount is less than due' },
  'amount-over': { zh: '金额多于待缴', en: 'Amount is more than due' },
  'amount-of-several': { zh: '金额等于几笔待缴之和', en: 'Amount is the sum of several dues' },
  'already-settled': { zh: '这笔保证金已缴清', en: 'This deposit is settled already' },
  'several-fit': { zh: '有几笔保证金同样符合', en: 'Several deposits fit equally' },
  'several-lines': { zh: '有几笔流水同样符合', en: 'Several lines fit equally' },
  'direction-unproven': { zh: '收付方向没有余额证明', en: 'No balance proves the direction' },
  'opposite-amount': { zh: '金额相同，方向相反', en: 'Same amount the other way' },
  'same-counterparty-account': { zh: '对方账号相同', en: 'Same counterparty account' },
  'same-counterparty-name': { zh: '对方户名相同', en: 'Same counterparty name' },
  'reversal-entry': { zh: '银行记为冲正', en: 'The bank books it as a reversal' },
  'says-return': { zh: '写明退汇或退回', en: 'Says that it is a return' },
  'serial-named': { zh: '写明原流水号', en: 'Names the serial of the original' },
  'same-day': { zh: '同一天', en: 'On the same day' },
  'days-later': { zh: '隔了几天', en: 'Some days later' },
  'several-originals': { zh: '有几笔流水同样可能是原笔', en: 'Several lines may be the original' },
}
