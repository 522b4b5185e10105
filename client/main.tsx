import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/base.css'
import { App } from './app/App.tsx'
import { showTheme } from './app/theme.ts'
import { registerServiceWorker } from './device/registerServiceWorker.ts'

showTheme()
registerServiceWorker()

const root = document.getElementById('candor')
if (!root) throw new Error('index.html has no element with the id "candor"')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
