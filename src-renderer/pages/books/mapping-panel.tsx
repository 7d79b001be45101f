import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { KeptBookMapping } from '#shared/contracts/console-engine/books.ts'
import {
  type BookMapping,
  type BookProgram,
  bookMappingSchema,
  READY_MAPPINGS,
  VOUCHER_SOURCES,
} from '#shared/rules/books/book-mapping.ts'
import { ACCOUNT_ROLES } from '#shared/rules/books/voucher-entries.ts'
import classes from './books.module.css'

interface MappingPanelProps {
  readonly program: BookProgram
  readonly marketplace: string
  readonly onClose: () => void
}

/** 凭证模板: which account stands for what, and what each column of the import file holds. */
export function MappingPanel({ program, marketplace, onClose }: MappingPanelProps) {
  const query = useQuery(engine.books.mapping.queryOptions({ input: { program, marketplace } }))
  if (query.data === undefined) return <LateLoader />
  return <MappingForm kept={query.data} marketplace={marketplace} onClose={onClose} />
}

interface MappingFormProps extends Omit<MappingPanelProps, 'program'> {
  readonly kept: KeptBookMapping
}

function MappingForm({ kept, marketplace, onClose }: MappingFormProps) {
  const words = useTexts().books
  const failureText = useFailureText()
  const client = useQueryClient()
  const { marketplaceName } = useMarketplaces()
  const [draft, setDraft] = useState(kept.value)
  const [only, setOnly] = useState(kept.only)
  const given = bookMappingSchema.safeParse(draft)
  const keeping = useMutation(
    engine.books.keepMapping.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: engine.books.mapping.key() })
        onClose()
      },
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  const write = (part: Partial<BookMapping>) => setDraft({ ...draft, ...part })
  const writeColumn = (at: number, part: Partial<BookMapping['columns'][number]>) =>
    write({ columns: draft.columns.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <form
      className={classes.mapping}
      aria-label={words.mapping}
      onSubmit={(event) => {
        event.preventDefault()
        if (given.success) keeping.mutate({ marketplace, value: given.data, only })
      }}
    >
      <p className={classes.lead}>{words.mappingLead}</p>
      <Checkbox
        label={words.onlyHere(marketplaceName(marketplace))}
        checked={only}
        onChange={(event) => setOnly(event.currentTarget.checked)}
      />
      <TextInput
        w={120}
        label={words.word}
        maxLength={10}
        value={draft.word}
        onChange={(event) => write({ word: event.currentTarget.value })}
      />
      <fieldset className={classes.fields}>
        <legend>{words.accountsTitle}</legend>
        {ACCOUNT_ROLES.map((role) => {
          const { code, name } = draft.accounts[role]
          const put = (part: Partial<BookMapping['accounts'][typeof role]>) =>
            write({ accounts: { ...draft.accounts, [role]: { code, name, ...part } } })
          return (
            <div key={role} className={classes.field}>
              <span>{words.accounts[role]}</span>
              <TextInput
                aria-label={words.codeOf(words.accounts[role])}
                maxLength={40}
                value={code}
                onChange={(event) => put({ code: event.currentTarget.value })}
              />
              <TextInput
                aria-label={words.nameOf(words.accounts[role])}
                maxLength={60}
                value={name}
                onChange={(event) => put({ name: event.currentTarget.value })}
              />
            </div>
          )
        })}
      </fieldset>
      <fieldset className={classes.fields}>
        <legend>{words.columnsTitle}</legend>
        {draft.columns.map(({ header, source, text }, at) => (
          // A column is its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that stays while it is typed.
          <div key={at} className={classes.field}>
            <TextInput
              aria-label={words.headerOf(at + 1)}
              maxLength={60}
              value={header}
              onChange={(event) => writeColumn(at, { header: event.currentTarget.value })}
            />
            <Select
              allowDeselect={false}
              aria-label={words.sourceOf(at + 1)}
              data={VOUCHER_SOURCES.map((value) => ({ value, label: words.sources[value] }))}
              value={source}
              onChange={(chosen) => chosen !== null && writeColumn(at, { source: chosen })}
            />
            {source === 'text' ? (
              <TextInput
                aria-label={words.textOf(at + 1)}
                maxLength={60}
                value={text}
                onChange={(event) => writeColumn(at, { text: event.currentTarget.value })}
              />
            ) : (
              <span />
            )}
            <Button
              variant="subtle"
              disabled={draft.columns.length === 1}
              onClick={() => write({ columns: draft.columns.filter((_each, index) => index !== at) })}
            >
              {words.removeColumn}
            </Button>
          </div>
        ))}
        <Button
          variant="default"
          onClick={() =>
            write({ columns: [...draft.columns, { header: words.newColumn, source: 'text', text: '' }] })
          }
        >
          {words.addColumn}
        </Button>
      </fieldset>
      {given.success ? null : <p className={classes.wrong}>{words.incomplete}</p>}
      <div className={classes.bar}>
        <Button type="submit" disabled={!given.success} loading={keeping.isPending}>
          {words.keep}
        </Button>
        <Button variant="default" onClick={() => setDraft(READY_MAPPINGS[draft.program])}>
          {words.ready}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </form>
  )
}
