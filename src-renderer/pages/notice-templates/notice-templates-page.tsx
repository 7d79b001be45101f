import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { OCCASIONS } from '#shared/rules/notices/occasions.ts'
import { NoticeTemplateEditor } from './notice-template-editor.tsx'
import classes from './notice-templates.module.css'

/** 通知模板: how notices of each occasion are worded. The address holds of which, in which marketplace. */
export function NoticeTemplatesPage() {
  const texts = useTexts()
  const words = texts.notices.templates
  const { choices } = useMarketplaces()
  const isUnseen = useUnseen()('notice') !== null
  const search = useSearch({ from: '/notice-templates' })
  const navigate = useNavigate({ from: '/notice-templates' })
  const returned = useQuery(engine.sync.returned.queryOptions()).data ?? []
  const meant = returned
    .filter(({ type }) => type === 'notice.set-template')
    .flatMap((decision) => {
      const given = COMMAND_ARGUMENTS['notice.set-template'].safeParse(decision.arguments)
      return given.success ? [{ decision, given: given.data }] : []
    })
  const asked = meant.find(({ decision }) => decision.recordId === search.shown)?.given
  const occasion = search.occasion ?? asked?.occasion ?? OCCASIONS[0]
  const marketplace = search.marketplace ?? asked?.marketplace ?? ''
  const query = useQuery(engine.notices.template.queryOptions({ input: { occasion, marketplace } }))
  const go = (part: Partial<typeof search>) =>
    void navigate({ search: { occasion, marketplace, ...part }, replace: true })
  return (
    <Page
      scrolls
      title={words.title}
      actions={
        isUnseen ? null : (
          <Button variant="default" renderRoot={(props) => <Link to="/notices" {...props} />}>
            {words.back}
          </Button>
        )
      }
      filters={
        <div className={classes.head}>
          <Select
            w={240}
            aria-label={words.occasion}
            allowDeselect={false}
            data={OCCASIONS.map((value) => ({ value, label: texts.notices.occasions[value] }))}
            value={occasion}
            onChange={(chosen) => go({ occasion: OCCASIONS.find((each) => each === chosen) })}
          />
          <Select
            w={240}
            aria-label={words.marketplace}
            allowDeselect={false}
            data={[{ value: '', label: words.allMarketplaces }, ...choices]}
            value={marketplace}
            onChange={(chosen) => go({ marketplace: chosen ?? '' })}
          />
          <p className={classes.quiet}>{words.lead}</p>
        </div>
      }
    >
      {query.isError ? <Failed error={query.error} reset={() => void query.refetch()} /> : null}
      {query.isPending ? <LateLoader /> : null}
      {query.data === undefined ? null : (
        <NoticeTemplateEditor
          key={`${occasion} ${marketplace}`}
          {...{ occasion, marketplace, here: query.data, shown: search.shown ?? null }}
          returned={meant.filter(
            ({ given }) => given.occasion === occasion && given.marketplace === marketplace,
          )}
        />
      )}
    </Page>
  )
}
