import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Panel } from '#renderer/shell/page/panel.tsx'
import type { BankTemplate, ColumnContent } from '#shared/payments/templates/bank-template.ts'
import {
  ANSWER_NAMES_WORDS,
  type AnswerNamesPart,
  COLUMN_CONTENT_WORDS,
} from '#shared/words/payment-templates.ts'
import classes from './payment-templates.module.css'

/** A template for who may not set it: what it says, without fields. */
export function TemplateShown({
  template: { name, sheet, file, columns, answer },
}: {
  readonly template: BankTemplate
}) {
  const texts = useTexts()
  const words = texts.payoutBatches.templates
  const say = useBilingual()
  return (
    <>
      <Facts
        facts={[
          [words.name, name],
          [words.sheet, sheet],
          [words.file, file],
        ]}
      />
      <Panel title={words.columns}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{words.heading}</th>
              <th scope="col">{words.content}</th>
              <th scope="col">{words.fixed}</th>
              <th scope="col" className={classes.figure}>
                {words.maxLength}
              </th>
              <th scope="col">{words.required}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, content, maxLength, isRequired }, at) => (
              <tr key={heading}>
                <td className={classes.place}>{at + 1}</td>
                <th scope="row" className={classes.named}>
                  {heading}
                </th>
                <td>{say(COLUMN_CONTENT_WORDS[content.kind])}</td>
                <td>
                  <Besides content={content} />
                </td>
                <td className={classes.figure}>{maxLength ?? texts.format.none}</td>
                <td>{isRequired ? words.required : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Answer answer={answer} />
    </>
  )
}

/** What the bank's answer calls otherwise; nothing where it does not. */
function Answer({ answer }: Pick<BankTemplate, 'answer'>) {
  const words = useTexts().payoutBatches.templates
  const say = useBilingual()
  if (answer === undefined) return null
  const said = { ...answer.columns, ...answer.words }
  // Keys of an object literal are what it was written with.
  const stated = (Object.keys(ANSWER_NAMES_WORDS) as AnswerNamesPart[]).filter(
    (part) => said[part].length > 0,
  )
  return (
    <Panel title={words.answer}>
      <Facts facts={stated.map((part) => [say(ANSWER_NAMES_WORDS[part]), said[part].join('、')] as const)} />
    </Panel>
  )
}

/** What a kind of content says besides its name. */
function Besides({ content }: { readonly content: ColumnContent }) {
  const words = useTexts().payoutBatches.templates
  if (content.kind === 'text') return content.text
  if (content.kind !== 'own-or-other') return null
  const { bankDigits, own, other } = content
  return [`${words.bankDigits} ${bankDigits}`, `${words.own} ${own}`, `${words.other} ${other}`].join(' · ')
}
