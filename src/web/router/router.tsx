/** The router: one route a view of the list, inside the shell; addresses are plain parameters, as the interface's are. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type AnyRoute } from '@tanstack/react-router'
import { parseSearch, stringifySearch, type Search } from '../filters/search.ts'
import { ErrorNotice } from '../ui/states.tsx'
import { NotFound, Shell } from '../shell/shell.tsx'
import { VIEWS } from '../views/registry.ts'
import type { View } from '../views/view.ts'

const root = createRootRoute({ component: () => <Shell views={VIEWS} />, notFoundComponent: () => <NotFound views={VIEWS} /> })

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: VIEWS[0]!.path, replace: true }) } })

const routeOf = ({ path, load, search }: View) => createRoute({
  getParentRoute: () => root, path, component: lazyRouteComponent(load),
  validateSearch: (raw: Record<string, unknown>): Search => (search ?? (all => all))(raw as Search),
})

export const makeRouter = () => createRouter({
  routeTree: root.addChildren([start, ...VIEWS.map(routeOf)] as never) as unknown as AnyRoute, parseSearch: parseSearch as never, stringifySearch,
  defaultPreload: 'intent', defaultErrorComponent: ({ error, reset }) => <div className="page"><ErrorNotice thrown={error} again={reset} /></div>,
})
