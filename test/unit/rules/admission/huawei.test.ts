import { describe, expect, it } from 'vitest'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { documents, judge, notPassed, silent, VALID_USCC, verdictsOn, yesTo } from './judging.ts'

const saas: Applicant = {
  ...silent,
  marketplace: 'huawei',
  categories: ['saas'],
  uscc: VALID_USCC,
  answers: {
    ...yesTo('production-interface-debugged'),
    'commercial-mode': '通用',
    'production-interface-address': 'https://saas.yunfan.example.cn:8443',
  },
  documents: documents('business-licence'),
}
const answers = (change: Applicant['answers']) => ({ answers: { ...saas.answers, ...change } })

describe('admission at Huawei Cloud', () => {
  it('a company with a debugged interface passes every condition', () => {
    expect(notPassed(judge(saas))).toEqual([])
  })

  it.each<[string, string, Partial<Applicant>, ('pass' | 'fail' | 'unknown')[]]>([
    ['an individual is refused', 'provider-kind', { kind: 'individual' }, ['fail']],
    ['a wrong credit code fails', 'company-qualification', { uscc: '91340600MA2PBM9HX' }, ['fail']],
    ['a wrong check symbol is unknown', 'company-qualification', { uscc: '91340600MA2PBM9HXE' }, ['unknown']],
    ['no licence is unknown', 'document.business-licence', { documents: [] }, ['unknown']],
    ['an unknown mode fails', 'commercial-mode', answers({ 'commercial-mode': '直营' }), ['fail']],
    ['自服务 is a mode', 'commercial-mode', answers({ 'commercial-mode': '自服务' }), ['pass']],
    [
      'an interface without TLS fails',
      'production-interface',
      answers({ 'production-interface-address': 'http://a.example.cn:80' }),
      ['fail'],
    ],
    [
      'an interface without port fails',
      'production-interface',
      answers({ 'production-interface-address': 'https://a.example.cn' }),
      ['fail'],
    ],
    [
      'port 65535 is the last',
      'production-interface',
      answers({ 'production-interface-address': 'https://a.example.cn:65535' }),
      ['pass'],
    ],
    [
      'port 65536 is none',
      'production-interface',
      answers({ 'production-interface-address': 'https://a.example.cn:65536' }),
      ['fail'],
    ],
    [
      'port 0 is none',
      'production-interface',
      answers({ 'production-interface-address': 'https://a.example.cn:0' }),
      ['fail'],
    ],
    [
      'no address is unknown',
      'production-interface',
      answers({ 'production-interface-address': '' }),
      ['unknown'],
    ],
    [
      'an interface not debugged fails',
      'interface-debugged',
      answers({ 'production-interface-debugged': false }),
      ['fail'],
    ],
    ['general products need no programme', 'cooperative-programme', {}, []],
    [
      '联营 needs the programme',
      'cooperative-programme',
      answers({ 'commercial-mode': '联营' }),
      ['unknown'],
    ],
    [
      '联营 in the programme passes',
      'cooperative-programme',
      answers({ 'commercial-mode': '联营', 'joined-cooperative-programme': true }),
      ['pass'],
    ],
    ['SaaS needs no test licence', 'test-licence', {}, []],
    ['License first asks for a test licence', 'test-licence', { categories: ['license'] }, ['unknown']],
    ['hardware has no production interface', 'production-interface', { categories: ['hardware'] }, []],
  ])('%s', (_, ruleId, change, verdicts) => {
    expect(verdictsOn(judge({ ...saas, ...change }), ruleId)).toEqual(verdicts)
  })

  it.each(['image', 'consulting', 'saas', 'license', 'manual-service', 'api', 'hardware'])(
    '%s is a type of product',
    (type) => {
      expect(verdictsOn(judge({ ...saas, categories: [type] }), 'category')).toEqual(['pass'])
    },
  )
})
