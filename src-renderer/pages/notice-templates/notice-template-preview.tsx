import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import type { NoticeTemplateHere } from '#shared/contracts/console-engine/notices.ts'
import { renderNotice, type TemplateTexts } from '#shared/rules/notices/notice-template.ts'
import { exampleValues, type Occasion } from '#shared/rules/notices/occasions.ts'
import classes from './notice-templates.module.css'

interface NoticeTemplatePreviewProps {
  readonly occasion: Occasion
  readonly texts: TemplateTexts
  /** Notices that were made, as far as this person may read them. */
  readonly records: NoticeTemplateHere['records']
}

/** How a notice would read: with what a real one was made with, or with examples. */
export function NoticeTemplatePreview({ occasion, texts, records }: NoticeTemplatePreviewProps) {
  const all = useTexts()
  const words = all.notices.templates
  const [chosen, setChosen] = useState(records[0]?.id ?? '')
  const values = records.find(({ id }) => id === chosen)?.values ?? exampleValues(occasion)
  const rendered = renderNotice(texts, values)
  return (
    <Panel title={words.preview}>
      <div className={classes.form}>
        <NativeSelect
          label={words.previewOf}
          data={[
            ...records.map(({ id, title }) => ({ value: id, label: title })),
            { value: '', label: words.example },
          ]}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <div className={classes.languages}>
          {(['zh', 'en'] as const).map((language) => (
            <div key={language} className={classes.letter} lang={language === 'zh' ? 'zh-CN' : 'en'}>
              <strong>{rendered[language].subject}</strong>
              <p className={classes.text}>{rendered[language].text}</p>
            </div>
          ))}
        </div>
      </div>
    </Panel>
  )
}
