import { useKeptText } from './use-kept-text.ts'
import { type KeptDrafts, parseDrafts, type VerdictDraft, type VerdictForm } from './verdict-draft.ts'

/** The unsent notes of one case, by form. */
export function useDrafts(recordId: string) {
  const { known, content, keep } = useKeptText(recordId)
  const drafts = parseDrafts(content)
  const save = (next: KeptDrafts) => keep(JSON.stringify(next))
  return {
    known,
    drafts,
    save: (form: VerdictForm, draft: VerdictDraft) => save({ ...drafts, [form]: draft }),
    forget: (form: VerdictForm) => save({ ...drafts, [form]: undefined }),
  }
}
