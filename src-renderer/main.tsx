import './zod-without-eval.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './shell/global.css'
import { createRoot } from 'react-dom/client'
import { Program } from './shell/program.tsx'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has a place for the program')
createRoot(place).render(<Program />)
