import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/preview.module.css'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { DataTable } from '#renderer/table/data-table.tsx'
import { SegmentFilter } from '#renderer/table/filter-bar.tsx'
import { WINDOW_SIZE, windowOptions } from '#renderer/table/window-query.ts'
import type { ImportSection, PreviewLine } from '#shared/contracts/console-engine/bank-imports.ts'
import { useLineColumns } from './line-columns.tsx'

interface PreviewLinesProps {
  readonly importId: string
  readonly section: ImportSection
}

const NOVELTIES = ['new', 'known', 'overlapping'] as const satisfies readonly PreviewLine['novelty'][]
const CHRONOLOGY = { column: 'bookedOn', descending: false } as const

/** The lines of a section, oldest first, with what the import would do with each. */
export function PreviewLines({ importId, section }: PreviewLinesProps) {
  const texts = useTexts().bankImport.lines
  const [shown, setShown] = useState<PreviewLine['novelty'] | 'all'>('all')
  const columns = useLineColumns(section)
  const total = shown === 'all' ? section.lines : section[shown]
  const query = useInfiniteQuery(
    engine.bank.imports.lines.infiniteOptions({
      input: (after: string | null) => ({
        importId,
        section: section.index,
        novelty: shown === 'all' ? null : shown,
        after: Number(after ?? 0),
        limit: WINDOW_SIZE,
      }),
      ...windowOptions,
      getNextPageParam: ({ next }) => (next === null ? null : String(next)),
      select: ({ pages, pageParams }) => ({
        pages: pages.map(({ lines, next }) => ({
          rows: lines,
          next: next === null ? null : String(next),
          total,
        })),
        pageParams,
      }),
    }),
  )
  const present = NOVELTIES.filter((novelty) => section.account !== null && section[novelty] > 0)
  return (
    <section className={classes.lines} aria-label={texts.title}>
      <header>
        <h3>{texts.title}</h3>
        <SegmentFilter
          label={texts.filter}
          value={shown}
          onChange={setShown}
          choices={[
            { value: 'all', label: `${texts.all} ${grouped(section.lines)}` },
            ...present.map((novelty) => ({
              value: novelty,
              label: `${texts.novelty[novelty]} ${grouped(section[novelty])}`,
            })),
          ]}
        />
      </header>
      <div className={classes.table}>
        <DataTable
          name="bank-import-lines"
          label={texts.title}
          columns={columns}
          query={query}
          rowId={(line) => String(line.ordinal)}
          sort={CHRONOLOGY}
          onSort={() => undefined}
          openId={null}
          onShow={() => undefined}
          onOpen={() => undefined}
          empty={<Empty title={texts.empty} />}
          scope={shown}
        />
      </div>
    </section>
  )
}
