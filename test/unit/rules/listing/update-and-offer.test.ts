import { expect, test } from 'vitest'
import type { OfferUnderReview } from '#shared/rules/listing/package-check-input.ts'
import { inShort, judgedWith, liveBefore } from './listing-desk.ts'

test('a new product needs no changelog, an update needs both', async () => {
  const none = { 'CHANGELOG_zh.md': null, 'CHANGELOG.md': null }
  expect(await judgedWith(none)).toEqual([])
  expect(inShort(await judgedWith(none, { live: liveBefore }))).toEqual([
    'must listing.changelog.missing.zh',
    'must listing.changelog.missing.en',
  ])
})

test.each([
  '## 1.2.0',
  '# v1.2.0 (2024-03-01)',
  '## [1.2.0]',
  '- 1.2.0: backups',
  'v1.2.0\n------',
  '**1.2.0**',
])('the changelog %j mentions version 1.2.0', async (changelog) => {
  expect(await judgedWith({ 'CHANGELOG.md': `${changelog}\n` }, { live: liveBefore })).toEqual([])
})

test.each([
  '## 1.2.01',
  '## 11.2.0',
  '## 1.2.0.1',
  '## 1.2.0-rc.1',
  '## 1x2x0',
  'Later we may see what else 1.2.0 brings',
])('the changelog %j does not', async (changelog) => {
  expect(inShort(await judgedWith({ 'CHANGELOG.md': `${changelog}\n` }, { live: liveBefore }))).toEqual([
    'must listing.changelog.version-missing.en',
  ])
})

test.each(['1.2.0', '1.2.1', '2.0.0', '1.10.0'])('version 1.2.0 is no update of %s', async (version) => {
  const findings = await judgedWith({}, { live: { name: 'sample', version } })
  expect(inShort(findings)).toEqual(['must listing.update.version-not-greater'])
})

test.each(['1.1.9', '1.2.0-rc.1', '0.10.0'])('version 1.2.0 is an update of %s', async (version) => {
  expect(await judgedWith({}, { live: { name: 'sample', version } })).toEqual([])
})

test('an update keeps the name', async () => {
  const findings = await judgedWith({}, { live: { name: 'other', version: '1.0.0' } })
  expect(inShort(findings)).toEqual(['must listing.name.changed'])
})

const plan = { name: '标准版', price: 19_900, months: 1, quota: '3 个集群' }
const online: OfferUnderReview = { delivery: 'online', plans: [plan], priceShownPublicly: true }

test('online delivery states plan, price and quota; how high is for a person to weigh', async () => {
  expect(inShort(await judgedWith({}, { offer: online }))).toEqual([
    'info listing.moderate-pricing.to-be-weighed',
  ])
})

test('online delivery without a plan is a finding', async () => {
  expect(inShort(await judgedWith({}, { offer: { ...online, plans: [] } }))).toEqual([
    'must listing.online-delivery.plans',
  ])
})

test.each([
  ['name', { name: ' ' }],
  ['price', { price: -1 }],
  ['price', { price: 0.5 }],
  ['months', { months: 0 }],
  ['quota', { quota: '' }],
])('a plan without a proper %s is a finding', async (field, wrong) => {
  const [found] = await judgedWith({}, { offer: { ...online, plans: [{ ...plan, ...wrong }] } })
  expect(found).toMatchObject({
    ruleId: 'listing.online-delivery.plan-incomplete',
    place: `plans[0].${field}`,
  })
})

test('two plans of one name are a finding; a free plan is none', async () => {
  const findings = await judgedWith({}, { offer: { ...online, plans: [plan, { ...plan, price: 0 }] } })
  expect(inShort(findings)).toContain('must listing.online-delivery.plan-repeated')
})

test('an offline price is never public, and offline has no plans', async () => {
  const offline: OfferUnderReview = { delivery: 'offline', plans: [], priceShownPublicly: false }
  expect(await judgedWith({}, { offer: offline })).toEqual([])
  const shown = await judgedWith({}, { offer: { ...offline, plans: [plan], priceShownPublicly: true } })
  expect(inShort(shown)).toEqual([
    'must listing.offline-delivery.price-public',
    'must listing.offline-delivery.plans',
  ])
})
