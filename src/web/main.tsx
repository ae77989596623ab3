/** Starts the desk. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiFailure } from './api/failure.ts'
import { signInFromHash } from './api/session.ts'
import './looks/tokens.css'
import './looks/base.css'
import './looks/parts.css'
import './looks/facets.css'
import './looks/reading.css'
import './looks/shell.css'
import { makeRouter } from './router/router.tsx'
import { applyTheme } from './shell/theme.ts'

/** What the server refused it will refuse again; only silence is asked twice. */
const retry = (failures: number, thrown: unknown): boolean => failures < 2 && thrown instanceof ApiFailure && thrown.status === 0

const queries = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 15_000, refetchOnWindowFocus: false } } })

applyTheme()
await signInFromHash()
createRoot(document.getElementById('desk')!).render(<StrictMode><QueryClientProvider client={queries}><RouterProvider router={makeRouter()} /></QueryClientProvider></StrictMode>)
