import type { Applicant } from '#shared/rules/admission/applicant.ts'

/** One row of the table of the twelve markets, written by hand from the source. */
export interface Market {
  readonly id: string
  /** Years of the licence; `over` means more than them. */
  readonly licence: { readonly years: 1 | 2; readonly over: boolean } | null
  /** Fen. */
  readonly capital: { readonly fen: number; readonly over: boolean } | null
  readonly staff: number
  readonly hours: NonNullable<Applicant['serviceHours']>
  readonly experience: number | null
  /** Conditions that are a declared yes, by rule id and answer. */
  readonly declared: Readonly<Record<string, string>>
  readonly documents: readonly string[]
}

const weekdays = { daysPerWeek: 5, hoursPerDay: 8, online: false }
const weekdaysOnline = { daysPerWeek: 5, hoursPerDay: 8, online: true }
const aroundTheClock = { daysPerWeek: 7, hoursPerDay: 24, online: false }
const common = { 'real-name': 'real-name-verified', 'platform-rules': 'accepts-platform-rules' }
const bothAgreements = {
  ...common,
  'entry-agreement': 'accepts-provider-agreement',
  'platform-service-agreement': 'accepts-platform-service-agreement',
}
const twoYears = { years: 2, over: false } as const
const million = { fen: 100_000_000, over: false }
const files = ['business-licence', 'social-insurance']

export const MARKETS: readonly Market[] = [
  {
    id: 'api',
    licence: null,
    capital: null,
    staff: 20,
    hours: weekdays,
    experience: 1,
    declared: { ...bothAgreements, 'interface-development': 'interface-development' },
    documents: files,
  },
  {
    id: 'basic-software',
    licence: { years: 1, over: false },
    capital: { fen: 10_000_000, over: false },
    staff: 20,
    hours: weekdaysOnline,
    experience: 2,
    declared: {
      ...common,
      'cloud-image': 'delivers-cloud-image',
      'production-interface': 'production-interface-development',
    },
    documents: files,
  },
  {
    id: 'service',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: weekdaysOnline,
    experience: 2,
    declared: { ...bothAgreements, 'marketing-capability': 'marketing-capability' },
    documents: files,
  },
  {
    id: 'site-building',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: weekdaysOnline,
    experience: 2,
    declared: { ...bothAgreements, 'built-on-platform': 'built-on-platform' },
    documents: files,
  },
  {
    id: 'data-intelligence',
    licence: { years: 1, over: false },
    capital: null,
    staff: 20,
    hours: weekdays,
    experience: 1,
    declared: {
      ...common,
      'big-data-product': 'big-data-product',
      'production-interface': 'production-interface-development',
    },
    documents: files,
  },
  {
    id: 'new-retail',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: weekdaysOnline,
    experience: null,
    declared: {
      ...bothAgreements,
      'ecosystem-certification': 'ecosystem-certified',
      'joint-solution': 'joint-solution',
      'saas-on-cloud': 'saas-on-cloud',
    },
    documents: files,
  },
  {
    id: 'enterprise-app',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: weekdays,
    experience: null,
    declared: {
      ...common,
      'enterprise-software': 'enterprise-software',
      'production-interface': 'production-interface-development',
      'cloud-based': 'cloud-based',
    },
    documents: files,
  },
  {
    id: 'security',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: aroundTheClock,
    experience: 1,
    declared: { ...bothAgreements, 'cloud-image': 'delivers-cloud-image' },
    documents: files,
  },
  {
    id: 'solution',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: weekdays,
    experience: null,
    declared: { ...common, 'production-interface': 'production-interface-development' },
    documents: [...files, 'customer-cases'],
  },
  {
    id: 'iot',
    licence: null,
    capital: null,
    staff: 20,
    hours: weekdays,
    experience: null,
    declared: {
      ...common,
      'software-and-hardware': 'software-and-hardware',
      'built-on-platform': 'built-on-platform',
    },
    documents: [...files, 'customer-cases'],
  },
  {
    id: 'devops',
    licence: twoYears,
    capital: million,
    staff: 20,
    hours: weekdaysOnline,
    experience: null,
    declared: {
      ...bothAgreements,
      'ecosystem-certification': 'ecosystem-certified',
      'joint-solution': 'joint-solution',
      'saas-on-cloud': 'saas-on-cloud',
    },
    documents: files,
  },
  {
    id: 'lingshoutong',
    licence: { years: 1, over: true },
    capital: { fen: 100_000_000, over: true },
    staff: 4,
    hours: weekdaysOnline,
    experience: null,
    declared: {
      'real-name': 'company-name-verified',
      'china-site-account': 'china-site-account',
      'dedicated-contact': 'dedicated-contact',
      dingtalk: 'dingtalk',
      'no-bad-record': 'no-bad-record',
    },
    documents: ['business-licence', 'tax-registration', 'organisation-code'],
  },
]
