import { Anchor, Button } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconPlayerTrackNext } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import type { SettlementSearch } from '#renderer/routes/search.ts'
import { choosing, type KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import { lastOfMonth } from '#shared/calendar/plain-date.ts'
import type { CloseMonth } from '#shared/contracts/console-engine/settlement.ts'
import type { CloseCheck } from '#shared/contracts/console-platform/records/settlement-month.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { openCount } from './open-count.ts'
import classes from './settlement.module.css'

interface CheckListProps {
  readonly marketplace: string
  readonly month: string
  readonly checks: CloseMonth['checks']
  readonly forms: Pick<CaseForms, 'start'>
  readonly onShow: (part: SettlementSearch) => void
}

/** 月结检查: each leads to what is to be done, or is skipped with a reason. */
export function CheckList({ marketplace, month, checks, forms, onShow }: CheckListProps) {
  const { settlement: texts, review } = useTexts()
  const roles = useAccount()?.roles ?? []
  const open = openCount(checks)
  const skippable = mayCommand(roles, 'settlement.skip-check')
    ? checks.filter(({ count, skipped }) => count > 0 && skipped === null).map(({ check }) => check)
    : []
  const meansOf = (check: CloseCheck): KeyMeaning | null => choosing(skippable.indexOf(check))
  const skip = (check: CloseCheck) => forms.start('settlement.skip-check', { check, reason: '' })
  useKeys(
    skippable.flatMap((check) => {
      const means = meansOf(check)
      const label = review.labelled(texts.skip, texts.check[check])
      return means === null ? [] : [{ means, label, run: () => skip(check) }]
    }),
  )
  return (
    <CaseSection title={texts.checks} aside={open === 0 ? texts.allDone : texts.openChecks(open)}>
      <ul className={classes.checks} aria-label={texts.checks}>
        {checks.map(({ check, count, skipped }) => (
          <li key={check} className={classes.check} data-open={count > 0 && skipped === null}>
            <CheckIcon isDone={count === 0} isSkipped={skipped !== null} />
            <span>
              {count === 0 ? texts.check[check] : <CheckLink {...{ check, marketplace, month, onShow }} />}
              <span className={classes.quiet}>
                {count === 0 ? ` ${texts.done}` : ` ${texts.count(count)}`}
                {skipped === null ? '' : ` · ${texts.skippedFor(skipped)}`}
              </span>
            </span>
            {skippable.includes(check) ? (
              <Button
                size="compact-xs"
                variant="default"
                rightSection={<SkipKey means={meansOf(check)} />}
                onClick={() => skip(check)}
              >
                {texts.skip}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}

function SkipKey({ means }: { readonly means: KeyMeaning | null }) {
  return means === null ? null : <KeyHint means={means} />
}

function CheckIcon({ isDone, isSkipped }: { readonly isDone: boolean; readonly isSkipped: boolean }) {
  if (isDone) return <IconCheck size={16} aria-hidden className={classes.good} />
  return isSkipped ? (
    <IconPlayerTrackNext size={16} aria-hidden />
  ) : (
    <IconAlertCircle size={16} aria-hidden className={classes.bad} />
  )
}

interface CheckLinkProps {
  readonly check: CloseCheck
  readonly marketplace: string
  readonly month: string
  readonly onShow: (part: SettlementSearch) => void
}

/** Where what a check found is dealt with. */
function CheckLink({ check, marketplace, month, onShow }: CheckLinkProps) {
  const words = useTexts().settlement.check
  switch (check) {
    case 'unmatched-lines':
      return (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/bank/lines" search={{ statuses: ['open'], to: lastOfMonth(month) }} {...props} />
          )}
        >
          {words[check]}
        </Anchor>
      )
    case 'unfinished-supervision':
      return (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/orders"
              search={{ statuses: ['in-supervision'], marketplaces: [marketplace] }}
              {...props}
            />
          )}
        >
          {words[check]}
        </Anchor>
      )
    case 'newer-orders':
      return (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/orders" search={{ marketplaces: [marketplace], paidFrom: `${month}-01` }} {...props} />
          )}
        >
          {words[check]}
        </Anchor>
      )
    case 'provisional-calendar':
      return (
        <Anchor size="sm" renderRoot={(props) => <Link to="/settings" {...props} />}>
          {words[check]}
        </Anchor>
      )
    case 'earlier-drafts':
      return (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => onShow({ months: undefined, statuses: ['draft'] })}
        >
          {words[check]}
        </Anchor>
      )
    case 'not-settled':
    case 'accounts-differ':
      return (
        <Anchor component="button" type="button" size="sm" onClick={() => onShow({ statuses: ['draft'] })}>
          {words[check]}
        </Anchor>
      )
  }
}
