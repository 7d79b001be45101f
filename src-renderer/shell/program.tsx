import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useState } from 'react'
import { followEvents } from '../engine-client/follow-events.ts'
import { createQueryClient } from '../engine-client/query-client.ts'
import { LanguageProvider } from '../i18n/language-provider.tsx'
import { router } from '../routes/router.tsx'
import { KeysProvider } from './keys/keys-provider.tsx'
import { theme } from './theme.ts'

/** The page: its look, its line to the engine, its language, its keys, its screens. */
export function Program() {
  const [queries] = useState(createQueryClient)
  useEffect(() => {
    const stop = new AbortController()
    void followEvents(queries, stop.signal)
    return () => stop.abort()
  }, [queries])
  return (
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <LanguageProvider>
            <KeysProvider>
              <Notifications position="bottom-left" limit={4} containerWidth={400} />
              <RouterProvider router={router} />
            </KeysProvider>
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}
