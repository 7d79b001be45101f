import type { Words } from '../words.ts'
import type { meteredBills as zh } from '../zh/metered-bills.ts'

export const meteredBills: Words<typeof zh> = {
  title: 'Metered bills',
  nothing: 'No metered bills',
  nothingLead: "The marketplace's own systems report bills and use; they are recomputed here by the rules.",
  facts: 'Bill',
  price: 'Price',
  bandFrom: (from) => `Above ${from}`,
  bandTo: (from, to) => `Above ${from}, up to ${to}`,
  use: 'Use',
  noUse: 'The bill has no records of use',
  recomputed: 'Recomputed',
  agrees: 'As recomputed',
  above: (amount) => `${amount} too much`,
  below: (amount) => `${amount} too little`,
  causes: 'These give exactly what was billed; whether it was done so, the marketplace has to say:',
  noCause: 'Nothing was found that gives exactly what was billed.',
  repeats: (count) =>
    count === 1
      ? '1 record has the times of another and does not count.'
      : `${count} records have the times of another and do not count.`,
  late: (count, days) =>
    count === 1
      ? `1 record was reported more than ${days} days after the use; it counts.`
      : `${count} records were reported more than ${days} days after the use; they count.`,
  moreRecords: (count) =>
    count === 1 ? '1 more record is not listed' : `${count} more records are not listed`,
  steps: 'Steps',
  others: 'Other bills of the order',
  noOthers: 'No other bills',
  ofOrder: (count) => `Metered bills ${count}`,
  allOfOrder: 'All of them',
}
