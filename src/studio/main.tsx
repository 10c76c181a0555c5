import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme.css'
import { Providers } from './workspace/providers.tsx'
import { Workspace } from './workspace/workspace.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
createRoot(root).render(
  <StrictMode>
    <Providers>
      <Workspace />
    </Providers>
  </StrictMode>,
)
