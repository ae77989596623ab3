/** The reference of the interface in Markdown, made from the declarations of its routes: docs/api.md. */
import { ROLES, type Fields } from '../store/index.ts'
import { formsOf } from './answer.ts'
import { API_FAILURES } from './errors.ts'
import type { Route } from './route.ts'
import { fullPath, ROUTES } from './routes.ts'

const INTRODUCTION = `# The interface over HTTP

Made from the declarations of the routes; \`casus serve\` serves them, and \`/api/v1/openapi.json\` describes them to programs.

\`\`\`sh
casus serve &
curl 'http://127.0.0.1:8137/api/v1/incidents?country=NG&killed__gte=10&_sort=-date&_size=20'
curl 'http://127.0.0.1:8137/api/v1/incidents.csv?type=ASSAULT&date__gte=2024-01-01'
curl 'http://127.0.0.1:8137/api/v1/aggregates.csv?by=week,type&country__in=NG,NE'
curl 'http://127.0.0.1:8137/api/acled/read?country=Nigeria&event_date=2024-01-01|2024-03-31&event_date_where=BETWEEN'
\`\`\`

## Who may ask

On this machine alone reading needs no token; whatever changes something does, and on any other address everything does: \`Authorization: Bearer TOKEN\`. \`casus user NAME --role ROLE\` and \`casus token NAME\` give them out; the store keeps a hash of each. The roles are ${ROLES.join(' < ')}, each of which may do what those before may. Every write stands in the audit. The server speaks plain HTTP: on a network put one in front of it that speaks TLS. 

A browser signs in with \`POST /api/v1/session\`: a token, or the code of \`casus serve --open\`, becomes a cookie that scripts cannot read (\`HttpOnly\`, \`SameSite=Strict\`, \`Secure\` where TLS is spoken). It holds for 12 hours, also when the server is started anew, and ends with the token it came from. Every write in a session carries the header \`X-Casus-CSRF\` with the value that \`GET /api/v1/session\` gives. Ten failed sign-ins from one address within a minute make it wait.

No other site's page may read answers (no CORS), and on this machine a request that names another host is refused.

## Asking

- **Filters** are \`FIELD=VALUE\` and \`FIELD__OPERATOR=VALUE\`; all must hold. \`__in\` takes several values with commas between them. A parameter that a route does not have is an error that names the nearest one.
- **Pages**: \`_size\` rows (100 without it, 10,000 at most); \`next\` of the answer, also in the header \`Link\`, goes into \`_next\`. Pages neither overlap nor lose rows.
- **Order and counts**: \`_sort=FIELD\` or \`_sort=-FIELD\`; \`_facet=FIELD,FIELD\` counts values; \`_count=true\` counts all rows.
- **The past**: \`_asof=\` the number of a change or a moment shows the dataset as it was.
- **Forms**: JSON, or by a suffix of the path (\`/api/v1/incidents.csv\`) or \`Accept\` the others named below. A JSON page is \`{"rows", "next", "total", "facets"}\`. In CSV a text that begins like a formula has an apostrophe in front. Whole datasets come from \`/api/v1/export/FORM\`, streamed.
- **Asking again**: answers on incidents carry an \`ETag\` that changes with the dataset; with \`If-None-Match\` what is still so costs nothing (304). Browsers do this by themselves.
- **Following**: ask \`/api/v1/changes?since=N\`, then again with \`last\` of the answer.
- **Failures** have one shape, \`{"error": {"code", "message", "field"}}\`; \`field\` is there where one part of the request is at fault.

A decision names events as \`{"document", "event"}\`; the server adds the words by which it is found again when a new engine has coded the report:

\`\`\`sh
curl -X POST http://127.0.0.1:8137/api/v1/decisions -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"reason": "same market, same night", "decisions": [{"kind": "merge", "a": {"document": "wire-17", "event": "e1"}, "b": {"document": "daily-4", "event": "e2"}}]}'
\`\`\`

\`/api/acled/read\` takes ACLED's parameters (\`COLUMN=VALUE\`, \`COLUMN_where\`, \`limit\`, \`page\`, \`fields\`, \`_format\`) and answers in its 31 columns; ids that ACLED gives out stay empty ([exports.md](exports.md)). It walks the incidents in the order of their ids, so a page far on costs more than the first.
`

/** The whole of docs/api.md. */
export function apiReference(): string {
  return [INTRODUCTION, '## Routes', '', '| Route | From role | Forms | What |', '| --- | --- | --- | --- |', ...ROUTES.map(line), '', ...fieldSections(), '## Codes of failures', '', '| Code | Status | Meaning |', '| --- | --- | --- |', ...Object.entries(API_FAILURES).map(([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`), '', 'Codes of the store come through as they are; see [command-line.md](command-line.md).', ''].join('\n')
}

const line = (route: Route): string => `| \`${route.method.toUpperCase()} ${fullPath(route)}\` | ${route.role} | ${formsOf(route).join(', ')} | ${route.summary} |`

/** The fields of each list, once, under the first route that has them. */
function fieldSections(): readonly string[] {
  const seen = new Set<Fields>()
  return ROUTES.flatMap(route => {
    if (route.fields === undefined || seen.has(route.fields)) return []
    seen.add(route.fields)
    return [`## Fields of ${fullPath(route)}`, '', '| Field | | Meaning |', '| --- | --- | --- |', ...Object.entries(route.fields).map(([name, f]) => `| \`${name}\` | ${[f.kind, ...f.sort ? ['sorts'] : [], ...f.facet ? ['counts'] : []].join(', ')} | ${f.about} |`), '']
  })
}
