import { z } from 'zod'
import { AS_DESIGNED, tableLayoutSchema } from '../table/layout.ts'

/** Most views a person keeps of one queue, and longest name of one. */
export const MOST_VIEWS = 30
export const LONGEST_NAME = 40

/** Filter, order and columns of a queue under a name, kept for one person on this computer. */
const savedViewSchema = z.strictObject({
  name: z.string().min(1).max(LONGEST_NAME),
  /** What the address held; an address of an older program is read as every address is. */
  search: z.record(z.string().max(40), z.json()),
  layout: tableLayoutSchema.catch(AS_DESIGNED),
})
export type SavedView = z.output<typeof savedViewSchema>

export const savedViewsSchema = z.array(savedViewSchema).max(MOST_VIEWS)

/** The part of an address that a view keeps: no open case, no width of it. */
export function keptSearch(search: object): SavedView['search'] {
  const kept = Object.entries(search).filter(
    ([key, value]) => value !== undefined && key !== 'wide' && key !== 'tab',
  )
  return z.record(z.string(), z.json()).parse(Object.fromEntries(kept))
}

/** The views with one more; one of the same name gives way. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS)
}

/** The views with one under another name; where that name is taken, nothing changes. */
export function renamedView(views: readonly SavedView[], from: string, to: string): SavedView[] {
  const name = to.trim().slice(0, LONGEST_NAME)
  const isTaken = name === '' || views.some((view) => view.name === name)
  return views.map((view) => (view.name === from && !isTaken ? { ...view, name } : view))
}

/** Whether an address shows what a view kept. */
export function showsView(view: SavedView, search: object): boolean {
  return canonical(view.search) === canonical(keptSearch(search))
}

function canonical(search: SavedView['search']): string {
  return JSON.stringify(Object.entries(search).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
