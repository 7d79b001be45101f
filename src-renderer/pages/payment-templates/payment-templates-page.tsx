import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { PayoutLinks } from '#renderer/shell/page/payout-links.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { TemplateHere } from '#shared/contracts/console-engine/payment-templates.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { BankTemplateEditor } from './bank-template-editor.tsx'
import classes from './payment-templates.module.css'
import { templateMeant } from './template-meant.ts'

/** 付款模板: how the file for each bank is written. The address holds which. */
export function PaymentTemplatesPage() {
  const words = useTexts().payoutBatches.templates
  const search = useSearch({ from: '/payment-templates' })
  const navigate = useNavigate({ from: '/payment-templates' })
  const maySet = mayCommand(useAccount()?.roles ?? [], 'payout.set-template')
  const query = useQuery(engine.paymentTemplates.list.queryOptions())
  const returned = useQuery(engine.sync.returned.queryOptions()).data ?? []
  const all = query.data ?? []
  const meant = returned.find(({ recordId }) => recordId === search.shown)
  const bank = search.bank ?? (meant && templateMeant(meant)?.template.id) ?? all[0]?.template.id
  const isNew = search.adding === true && maySet
  const here = all.find(({ template }) => template.id === bank) ?? (isNew ? all[0] : undefined)
  const mine = returned.filter((each) => templateMeant(each)?.template.id === bank)
  return (
    <Page
      scrolls
      title={words.title}
      actions={<PayoutLinks here="payment-templates" />}
      filters={
        <div className={classes.head}>
          <Select
            w={280}
            aria-label={words.bank}
            allowDeselect={false}
            data={all.map(({ template }) => ({ value: template.id, label: template.name }))}
            value={isNew ? null : (bank ?? null)}
            placeholder={words.adding}
            onChange={(chosen) =>
              chosen !== null && void navigate({ search: { bank: chosen }, replace: true })
            }
          />
          {maySet ? (
            <Button
              variant="default"
              onClick={() => void navigate({ search: { adding: true }, replace: true })}
            >
              {words.add}
            </Button>
          ) : null}
          <p className={classes.quiet}>{words.lead}</p>
        </div>
      }
    >
      {query.isError ? <Failed error={query.error} reset={() => void query.refetch()} /> : null}
      {query.isPending ? <LateLoader /> : null}
      {here === undefined ? null : (
        <BankTemplateEditor
          key={isNew ? 'new' : bank}
          here={isNew ? asNew(here) : here}
          isNew={isNew}
          taken={all.map(({ template }) => template.id)}
          shown={search.shown ?? null}
          returned={isNew ? [] : mine}
          onSet={(id) => void navigate({ search: { bank: id }, replace: true })}
        />
      )}
    </Page>
  )
}

/** The template of another bank as where a new one begins. */
function asNew({ template }: TemplateHere): TemplateHere {
  return { template: { ...template, id: '', name: '' }, standard: null, history: [] }
}
