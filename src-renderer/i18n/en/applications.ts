import type { Words } from '../words.ts'
import type { applications as original } from '../zh/applications.ts'
import { numbered } from './numbered.ts'

export const applications: Words<typeof original> = {
  title: 'Applications',
  owed: (count, who) =>
    `${count} ${count === 1 ? 'deposit is' : 'deposits are'} neither paid nor waived: ${who} matches the payment or waives it`,
  next: {
    submitted: 'Next: start the review',
    in_review: 'Next: approve, request changes or reject',
    changes_requested: 'The provider has to add what was asked and submit again',
    approved: 'Next: record the contract',
    contract_pending: 'Next: record the contract',
    deposit_pending: 'Waits for the deposit to be paid or waived, then it is opened',
    open: 'Open; nothing follows',
    rejected: 'Rejected; the provider has to apply again',
    withdrawn: 'Withdrawn by the provider; nothing follows',
  },
  source: { official: 'Official', isv: 'Software vendor', community: 'Community developer' },
  filter: {
    scope: 'Scope',
    ours: 'Ours to do',
    theirs: 'Theirs to do',
    all: 'All',
    status: 'State',
    marketplace: 'Marketplace',
    category: 'Category',
    assignee: 'Assignee',
    clock: 'Clock',
    text: 'Name',
    anyClock: 'Any',
    empty: 'No application fits the filter',
  },
  head: {
    provider: (term) => `${term} page`,
    pack: (version, from) => `Judged by rules ${version}, in force from ${from}`,
    submitted: (date) => `Submitted ${date}`,
    decided: (date) => `Decided ${date}`,
  },
  sections: {
    conditions: 'Conditions',
    vendor: 'As the provider states',
    documents: 'Documents',
    contracts: 'Agreements',
    deposit: 'Deposits owed',
    history: 'History',
  },
  conditions: {
    summary: (failed, unknown, passed) => `${failed} failed · ${unknown} unknown · ${passed} passed`,
    none: 'The rules have no condition that applies',
    showPassed: (count) => `Show ${numbered(count, 'passed condition', 'passed conditions')}`,
    hidePassed: 'Hide passed conditions',
  },
  vendor: {
    name: 'Name',
    kind: 'Kind',
    uscc: 'Unified social credit code',
    residentId: 'Resident identity number',
    source: 'Source',
    freeOrOpenSourceOnly: 'Free or open-source software only',
    openSourceOnly: 'Open source throughout',
    staff: 'Staff',
    people: (count) => `${count}`,
    registeredCapital: 'Registered capital',
    foundedOn: 'Founded',
    licenceIssuedOn: 'Licence issued',
    serviceHours: 'Service hours',
    hours: (days, hours, online) => `${days} days × ${hours} hours a week${online ? ', online' : ''}`,
    website: 'Website',
    contact: 'Contact',
    answers: 'Further statements',
    yes: 'Yes',
    no: 'No',
  },
  documents: {
    none: 'No documents were handed in',
    expires: (date) => `expires ${date}`,
    expired: (date) => `expired ${date}`,
    open: (name) => `View ${name}`,
  },
  contracts: {
    none: 'This marketplace has no agreement to record',
    signed: (by, on) => `signed by ${by} on ${on}`,
    unsigned: 'not signed yet',
    record: 'Record signature',
    version: 'Version',
    signedBy: 'Signed by',
    signedOn: 'Signed on',
    agreement: 'Agreement',
    incomplete: 'Give version, signer and a date no later than today',
    save: (name) => `Record ${name}`,
    notYet: 'Signed agreements are recorded after approval',
  },
  approve: {
    submit: 'Approve admission',
    lead: 'Agreements and deposit come next.',
    unknown: (count) =>
      `${count} ${count === 1 ? 'condition is' : 'conditions are'} unknown; by approving you say that you verified:`,
    failed: (count) =>
      `${count} ${count === 1 ? 'condition fails' : 'conditions fail'}: it cannot be approved`,
  },
  requestChanges: {
    submit: (failed, others) =>
      failed > 0
        ? `Return to the provider, ${failed} failed${others > 0 ? `, ${others} more` : ''}`
        : others > 0
          ? `Return to the provider, ${others} ${others === 1 ? 'item' : 'items'}`
          : 'Return to the provider',
  },
  reject: {
    title: 'Reject application',
    lead: 'This application ends here; the provider would have to apply anew.',
  },
}
