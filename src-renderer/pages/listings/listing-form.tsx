import { useTexts } from '#renderer/i18n/language-context.ts'
import { VerdictPanel } from '#renderer/review/verdict-panel.tsx'
import type { ListingDecisions } from './use-listing-decisions.ts'

/** The form of the verdict that is being given; nothing while none is. */
export function ListingForm({ decisions }: { readonly decisions: ListingDecisions }) {
  const texts = useTexts()
  const { form, deciding, submit } = decisions
  const { offer, draft } = form
  if (form.form === null || offer === null || draft === null) return null
  const count = draft.reasons.length
  const must = (offer.choices ?? []).filter(
    (choice) => choice.origin === 'must' && draft.reasons.includes(choice.id),
  ).length
  const words = {
    approve: {
      ...texts.listings.approve,
      title: texts.listings.approve.submit,
      submitLabel: texts.listings.approve.submit,
    },
    'request-changes': {
      title: texts.commands.doing['listing.request-changes'],
      lead: null,
      submitLabel: texts.listings.requestChanges.submit(must, count - must),
    },
    reject: { ...texts.listings.reject, submitLabel: texts.review.bar.rejectWith(count) },
    'propose-delisting': { ...texts.listings.propose, submitLabel: texts.listings.propose.submit(count) },
    delist: { ...texts.listings.delist, submitLabel: texts.listings.delist.submit(count) },
  }[form.form]
  return (
    <VerdictPanel
      {...offer}
      title={words.title}
      lead={words.lead}
      submitLabel={words.submitLabel}
      danger={form.form === 'reject' || form.form === 'delist'}
      draft={draft}
      deciding={deciding}
      onDraft={form.write}
      onSubmit={submit}
      onCancel={form.close}
      blocked={null}
    />
  )
}
