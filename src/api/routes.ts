/** Every route, in the order of the documentation. */
import { ACCESS_ROUTES } from './access-routes.ts'
import { ACLED_ROUTE } from './acled.ts'
import { DECISION_ROUTES } from './decision-routes.ts'
import { DOCUMENT_ROUTES } from './document-routes.ts'
import { EXPORT_ROUTES } from './export-routes.ts'
import { INCIDENT_ROUTES } from './incident-routes.ts'
import { KNOWN_ROUTES } from './known-routes.ts'
import { OWN_ROUTES } from './own-routes.ts'
import type { Route } from './route.ts'
import { SESSION_ROUTES } from './session-routes.ts'
import { TASK_ROUTES } from './task-routes.ts'
import { WORK_ROUTES } from './work-routes.ts'

export const ROUTES: readonly Route[] = [...INCIDENT_ROUTES, ...KNOWN_ROUTES, ...DOCUMENT_ROUTES, ...WORK_ROUTES, ...DECISION_ROUTES, ...TASK_ROUTES, ...OWN_ROUTES, ...EXPORT_ROUTES, ...SESSION_ROUTES, ...ACCESS_ROUTES, ACLED_ROUTE]

/** Routes whose answers change with the number of the last change and with nothing else. */
const OF_DATASET: ReadonlySet<Route> = new Set(INCIDENT_ROUTES)
export const isOfDataset = (route: Route): boolean => OF_DATASET.has(route)

export const BASE = '/api/v1'
/** The whole path of a route; that of ACLED's shape stands beside ours. */
export const fullPath = ({ path }: Pick<Route, 'path'>): string => (path.startsWith('/api/') ? path : `${BASE}${path}`)
