import { expect, test } from 'vitest'
import {
  applicationFilterOf,
  applicationsSearchSchema,
  listingFilterOf,
  listingsSearchSchema,
} from '#renderer/routes/search.ts'

test('an address without parameters stands for the whole queue', () => {
  expect(applicationFilterOf(applicationsSearchSchema.parse({}))).toEqual({
    statuses: [],
    marketplaces: [],
    category: null,
    assignee: 'anyone',
    clock: 'any',
    text: '',
  })
})

test('a pasted address keeps what makes sense and forgets the rest', () => {
  const search = applicationsSearchSchema.parse({
    statuses: ['in_review'],
    marketplaces: 'not a list',
    clock: 'yesterday',
    text: '青云',
    sort: 'password',
    desc: true,
    unheard: 1,
  })
  expect(applicationFilterOf(search)).toMatchObject({
    statuses: ['in_review'],
    marketplaces: [],
    clock: 'any',
  })
  expect(search).toMatchObject({ text: '青云', desc: true })
  expect(search.sort).toBeUndefined()
  expect(search).not.toHaveProperty('unheard')
})

test('the listing queue reads its address the same way', () => {
  expect(listingFilterOf(listingsSearchSchema.parse({ assignee: 'mine', statuses: [1] }))).toMatchObject({
    assignee: 'mine',
    statuses: [],
  })
})
