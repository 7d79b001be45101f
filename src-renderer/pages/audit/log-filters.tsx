import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AuditSearch } from '#renderer/routes/audit-search.ts'
import { recordKindSchema } from '#shared/contracts/console-platform/feed.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { engine } from '../../engine-client/engine.ts'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import classes from './audit.module.css'

/** Sets a part of the filter that the address holds; the open entry is closed. */
function useSetFilter() {
  const navigate = useNavigate({ from: '/audit' })
  return (part: AuditSearch) =>
    void navigate({ search: ({ entry: _, ...old }) => ({ ...old, ...part }), replace: true })
}

const filled = (text: string) => (text === '' ? undefined : text)

/** What of the log is shown: by whom, of what, when. */
export function LogFilters() {
  const texts = useTexts().audit.log
  const say = useBilingual()
  const search = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const set = useSetFilter()
  return (
    <div className={classes.filters}>
      <PersonFilter />
      <Select
        w={168}
        searchable
        clearable
        aria-label={texts.kind}
        placeholder={texts.kind}
        data={recordKindSchema.options.map((kind) => ({ value: kind, label: say(RECORD_KIND_WORDS[kind]) }))}
        value={search.kind ?? null}
        onChange={(kind) => set({ kind: recordKindSchema.safeParse(kind).data })}
      />
      <TextInput
        w={240}
        aria-label={texts.record}
        placeholder={texts.record}
        value={search.record ?? ''}
        onChange={({ currentTarget }) => set({ record: filled(currentTarget.value) })}
      />
      <DayFilters />
      <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
        {texts.clear}
      </Button>
    </div>
  )
}

/** By whom. */
export function PersonFilter() {
  const texts = useTexts().audit.log
  const search = useSearch({ from: '/audit' })
  const operators = useQuery(engine.operators.queryOptions())
  const set = useSetFilter()
  return (
    <Select
      w={168}
      searchable
      clearable
      aria-label={texts.who}
      placeholder={texts.who}
      data={(operators.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={search.actor ?? null}
      onChange={(actor) => set({ actor: actor ?? undefined })}
    />
  )
}

/** Days in Beijing, both inclusive. */
export function DayFilters() {
  const texts = useTexts().audit.log
  const search = useSearch({ from: '/audit' })
  const set = useSetFilter()
  return (
    <>
      <TextInput
        type="date"
        w={136}
        aria-label={texts.from}
        title={texts.from}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set({ from: filled(currentTarget.value) })}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="date"
        w={136}
        aria-label={texts.to}
        title={texts.to}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => set({ to: filled(currentTarget.value) })}
      />
    </>
  )
}
