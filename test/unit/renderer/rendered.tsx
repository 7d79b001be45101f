import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { engine } from '#renderer/engine-client/engine.ts'
import { createQueryClient } from '#renderer/engine-client/query-client.ts'
import { LanguageContext } from '#renderer/i18n/language-context.ts'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'

/** What a part of a page says in Chinese to a person of these roles, without its markup; `answer` gives what the engine would. */
export async function saidTo(
  roles: readonly Role[],
  part: ReactNode,
  answer: (queries: QueryClient) => void = () => undefined,
): Promise<string> {
  const queries = createQueryClient()
  answer(queries)
  queries.setQueryData(engine.session.get.queryKey(), sessionOf(roles))
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory(),
    isServer: true,
  })
  await router.load()
  const markup = renderToString(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <LanguageContext value={{ language: 'zh', choose: () => undefined }}>
          <RouterProvider router={router} />
        </LanguageContext>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return markup
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

function sessionOf(roles: readonly Role[]): DeskSession {
  return {
    state: 'signed-in',
    account: { id: 'op-1', name: '周敏', email: 'zhou@example.cn', roles: [...roles] },
    platformUrl: 'https://platform.example.cn',
    platform: null,
    marketplaces: [],
    version: '0.0.0',
    dataFolder: '',
    brokenJournal: null,
    demoCodes: {},
  }
}
