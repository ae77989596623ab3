/** What the interface takes and answers; made from openapi.json by `npm run schema`, not by hand. */
/* oxlint-disable max-lines */

export interface components {
  schemas: {
    StoredIncident: { incident: components['schemas']['Incident']; since: number; until: number | null; at: string }
    Incident: { id: string; members: readonly ({ document: string; event: string })[]; type: 'AGREE' | 'CONSULT' | 'SUPPORT' | 'CONCEDE' | 'COOPERATE' | 'AID' | 'RETREAT' | 'REQUEST' | 'ACCUSE' | 'REJECT' | 'THREATEN' | 'PROTEST' | 'SANCTION' | 'MOBILIZE' | 'COERCE' | 'ASSAULT'; mode: string | null; contexts: readonly (string)[]; status: 'occurred' | 'ongoing' | 'attempted' | 'planned' | 'hypothetical' | 'negated'; summary: string; actors: readonly (components['schemas']['Participant'])[]; recipients: readonly (components['schemas']['Participant'])[]; reciprocal: boolean; places: readonly (components['schemas']['Place'])[]; date: components['schemas']['When']; killed: components['schemas']['Quantity']; injured: components['schemas']['Quantity']; attackersKilled: components['schemas']['Quantity']; detained: components['schemas']['Quantity']; count: components['schemas']['Quantity']; confidence: number; weapons: readonly (string)[]; fields: readonly (components['schemas']['FieldReading'])[]; disputed: boolean; grade: 'confirmed' | 'fair' | 'weak' | 'contested'; gradeWhy: string; independent: number; links: readonly ({ incident: string; kind: 'retaliation' | 'response' | 'cause'; evidence: readonly ({ document: string; event: string; span: components['schemas']['Span'] })[] })[] }
    Participant: { name: string; entity: string | null; country: string | null; sectors: readonly (string)[]; labels: readonly (string)[]; evidence: readonly (components['schemas']['Span'])[] }
    Span: { start: number; end: number; exact: string }
    Place: { name: string; country: string | null; admin1: string | null; latitude: number | null; longitude: number | null; precision: 'site' | 'town' | 'district' | 'province' | 'country'; gazetteer: string | null; evidence: readonly (components['schemas']['Span'])[] }
    When: { edtf: string; start: string | null; end: string | null; stated: boolean; evidence: readonly (components['schemas']['Span'])[] } | null
    Quantity: { min: number | null; max: number | null; of: string | null; evidence: readonly (components['schemas']['Span'])[] } | null
    FieldReading: { field: 'occurrence' | 'type' | 'mode' | 'status' | 'actors' | 'recipients' | 'place' | 'date' | 'killed' | 'injured' | 'attackersKilled' | 'detained' | 'weapons' | 'count'; values: readonly ({ value: components['schemas']['FieldValue']; testimonies: readonly (components['schemas']['Testimony'])[] })[]; chosen: number | null; corrected: components['schemas']['FieldValue']; rule: string; why: string; disputed: boolean }
    FieldValue: boolean | string | readonly (string)[] | readonly (components['schemas']['Participant'])[] | components['schemas']['Place'] | components['schemas']['When'] | components['schemas']['Quantity']
    Testimony: { document: string; event: string; publisher: string | null; published: string | null; speaker: string | null; entity: string | null; stance: 'reports' | 'claims-responsibility' | 'denies' | 'accuses' | 'condemns' | 'confirms'; about: 'event' | 'actor' | 'recipient' | 'killed' | 'injured' | 'place' | 'date' | 'weapon' | 'purpose'; evidence: readonly (components['schemas']['Span'])[]; copyOf: string | null; addedBy: string }
    Failure: { error: { code: string; message: string; field?: string } }
    ClaimRow: { id: string; document: string; event: string; incident: string | null; publisher: string | null; published: string | null; speaker: string; entity: string | null; stance: string; about: string; claim: { [name: string]: unknown } }
    ActorCount: { id: string | null; name: string; country: string | null; incidents: number }
    PlaceCount: { id: string | null; name: string; country: string | null; admin1: string | null; latitude: number | null; longitude: number | null; incidents: number }
    LinkRow: { id: string; from: string; to: string; kind: string; evidence: readonly ({ [name: string]: unknown })[] }
    AggregateRow: { keys: readonly (string | null)[]; incidents: number; killedMin: number; killedMax: number; injuredMin: number; injuredMax: number; killedKnown: number; injuredKnown: number; beyond: number }
    Points: { id?: readonly (string)[]; latitude?: readonly (number)[]; longitude?: readonly (number)[]; type?: readonly (string)[]; mode?: readonly (string | null)[]; date?: readonly (string | null)[]; end?: readonly (string | null)[]; killed?: readonly (number | null)[]; grade?: readonly (string)[]; precision?: readonly (string)[]; disputed?: readonly (boolean)[]; cut: boolean }
    RegisteredActor: { id: string; name: string; kind: string; sectors: readonly (string)[]; country: string | null; active: readonly (string)[]; names: readonly ({ text: string; form: 'name' | 'demonym' | 'metonym' })[]; from: string | null; to: string | null; source: string; note: string }
    GazetteerPlace: { id: string; name: string; country: string | null; admin1: string | null; latitude: number | null; longitude: number | null; precision: 'site' | 'town' | 'district' | 'province' | 'country'; population: number; kind: string; origin: 'country' | 'admin1' | 'table' | 'village' | 'geonames' | 'import' }
    Document: { id: string; url: string | null; canonical: string | null; publisher: string | null; title: string | null; published: string | null; language: string; text: string; sha256: string; revision: number; added: string; setAside: { code: string; reason: string } | null; change: number }
    StoredAnalysis: { document: string; engine: string; at: string; change: number; current: boolean; analysis: components['schemas']['Analysis'] }
    Analysis: { version: 1; engine: { name: string; version: string; model: string | null }; document: { id: string; url: string | null; publisher: string | null; title: string | null; published: string | null; language: string; sha256: string; text?: string }; events: readonly (components['schemas']['Event'])[]; notes: readonly ({ code: string; message: string; span: components['schemas']['Span'] & ({ [name: string]: unknown } | null) })[] }
    Event: { id: string; type: 'AGREE' | 'CONSULT' | 'SUPPORT' | 'CONCEDE' | 'COOPERATE' | 'AID' | 'RETREAT' | 'REQUEST' | 'ACCUSE' | 'REJECT' | 'THREATEN' | 'PROTEST' | 'SANCTION' | 'MOBILIZE' | 'COERCE' | 'ASSAULT'; mode: string | null; contexts: readonly (string)[]; status: 'occurred' | 'ongoing' | 'attempted' | 'planned' | 'hypothetical' | 'negated'; summary: string; actors: readonly (components['schemas']['Participant'])[]; recipients: readonly (components['schemas']['Participant'])[]; reciprocal: boolean; places: readonly (components['schemas']['Place'])[]; date: components['schemas']['When']; killed: components['schemas']['Quantity']; injured: components['schemas']['Quantity']; attackersKilled: components['schemas']['Quantity']; detained: components['schemas']['Quantity']; count: components['schemas']['Quantity']; confidence: number; mentions: readonly (components['schemas']['Span'])[]; weapons: readonly (components['schemas']['Span'])[]; claims: readonly (components['schemas']['Claim'])[]; becauseOf: readonly ({ event: string; kind: 'retaliation' | 'response' | 'cause'; evidence: components['schemas']['Span'] })[]; addedBy: string }
    Claim: { speaker: { name: string; entity: string | null; evidence: components['schemas']['Span'] }; stance: 'reports' | 'claims-responsibility' | 'denies' | 'accuses' | 'condemns' | 'confirms'; about: 'event' | 'actor' | 'recipient' | 'killed' | 'injured' | 'place' | 'date' | 'weapon' | 'purpose'; value: components['schemas']['Quantity'] | string | null; cue: components['schemas']['Span'] & ({ [name: string]: unknown } | null); content: components['schemas']['Span'] }
    Explanation: { analysis: components['schemas']['Analysis']; trail: readonly ({ event: string; field: string; rule: string; span: components['schemas']['Span'] & ({ [name: string]: unknown } | null) })[]; dropped: readonly ({ type: string; span: components['schemas']['Span']; confidence: number; reasons: readonly (string)[] })[]; markup?: { sentences: readonly ({ start: number; end: number })[]; marks: readonly ({ start: number; end: number; layer: 'entity' | 'time' | 'place' | 'count'; kind: string; label: string | null; rule: string })[] } }
    NewDocument: { id?: string | null; url?: string | null; publisher?: string | null; title?: string | null; published?: string | null; text: string }
    SearchHit: { document: components['schemas']['Document']; snippet: string; offset: number; ranges: readonly ({ start: number; end: number })[] }
    Change: { change: number; at: string; kind: 'document' | 'analysis' | 'incident' | 'decision'; id: string; op: 'put' | 'delete'; by: string | null; reason: string | null }
    Source: { address: string; kind: 'feed' | 'list' | 'archive' | 'folder'; title: string | null; enabled: boolean; added: string; etag: string | null; lastModified: string | null; checked: string | null; succeeded: string | null; failures: number; error: string | null; position: string | null }
    Report: { id?: string; url?: string | null; publisher?: string | null; title?: string | null; published?: string | null; text: string }
    Work: { working: boolean; todo: number | null; coding: readonly (string)[]; coded: number; failed: number; last: { document: string; at: string } | null; refreshing: boolean; fetching: number; failures: readonly ({ document: string; engine: string; attempts: number; message: string })[] }
    Upload: { name: string; read: number; outcomes: { added: number; known: number; copy: number; revised: number; deleted: number }; aside: number; failed: number; documents: readonly ({ id: string; outcome: 'added' | 'known' | 'copy' | 'revised' | 'deleted' })[]; refused: readonly ({ where: string; code: string; message: string })[]; links: number; feeds: number }
    Followed: { address: string | null; outcome: 'taken' | 'unchanged' | 'list' | 'failed' | 'started'; added: number; message: string | null }
    Decision: { id: string; kind: string; at: string; by: string; reason: string | null; change: number; undoneBy: string | null; [name: string]: unknown }
    LostDecision: { decision: { id: string; kind: string; at: string; by: string; reason: string | null; [name: string]: unknown }; code: 'anchor-lost' | 'decision-overruled' | 'decision-unfit'; message: string }
    DecisionBody: { kind: 'merge' | 'split'; a: components['schemas']['EventAnchor']; b: components['schemas']['EventAnchor'] } | { kind: 'accept' | 'reject'; event: components['schemas']['EventAnchor']; field?: 'occurrence' | 'type' | 'mode' | 'status' | 'actors' | 'recipients' | 'place' | 'date' | 'killed' | 'injured' | 'attackersKilled' | 'detained' | 'weapons' | 'count' | null } | { kind: 'add'; event: { document: string; event?: string; mention?: components['schemas']['Span']; type?: 'AGREE' | 'CONSULT' | 'SUPPORT' | 'CONCEDE' | 'COOPERATE' | 'AID' | 'RETREAT' | 'REQUEST' | 'ACCUSE' | 'REJECT' | 'THREATEN' | 'PROTEST' | 'SANCTION' | 'MOBILIZE' | 'COERCE' | 'ASSAULT' }; coded: { id?: string; type: 'AGREE' | 'CONSULT' | 'SUPPORT' | 'CONCEDE' | 'COOPERATE' | 'AID' | 'RETREAT' | 'REQUEST' | 'ACCUSE' | 'REJECT' | 'THREATEN' | 'PROTEST' | 'SANCTION' | 'MOBILIZE' | 'COERCE' | 'ASSAULT'; mode?: string | null; contexts?: readonly (string)[]; status?: 'occurred' | 'ongoing' | 'attempted' | 'planned' | 'hypothetical' | 'negated'; summary?: string; actors?: readonly (components['schemas']['Participant'])[]; recipients?: readonly (components['schemas']['Participant'])[]; reciprocal?: boolean; places?: readonly (components['schemas']['Place'])[]; date?: components['schemas']['When']; killed?: components['schemas']['Quantity']; injured?: components['schemas']['Quantity']; attackersKilled?: components['schemas']['Quantity']; detained?: components['schemas']['Quantity']; count?: components['schemas']['Quantity']; confidence?: number; mentions: readonly (components['schemas']['Span'])[]; weapons?: readonly (components['schemas']['Span'])[]; claims?: readonly (components['schemas']['Claim'])[]; becauseOf?: readonly ({ event: string; kind: 'retaliation' | 'response' | 'cause'; evidence: components['schemas']['Span'] })[]; addedBy?: string }; sha256?: string } | { kind: 'correct'; event: components['schemas']['EventAnchor']; field: 'occurrence' | 'type' | 'mode' | 'status' | 'actors' | 'recipients' | 'place' | 'date' | 'killed' | 'injured' | 'attackersKilled' | 'detained' | 'weapons' | 'count'; value: components['schemas']['FieldValue']; evidence?: readonly (components['schemas']['Span'])[] } | { kind: 'link' | 'unlink'; from: components['schemas']['EventAnchor']; to: components['schemas']['EventAnchor']; link: 'retaliation' | 'response' | 'cause' } | { kind: 'flag' | 'comment'; event: components['schemas']['EventAnchor']; text: string } | { kind: 'undo'; decision: string }
    EventAnchor: { document: string; event: string; mention?: components['schemas']['Span']; type?: 'AGREE' | 'CONSULT' | 'SUPPORT' | 'CONCEDE' | 'COOPERATE' | 'AID' | 'RETREAT' | 'REQUEST' | 'ACCUSE' | 'REJECT' | 'THREATEN' | 'PROTEST' | 'SANCTION' | 'MOBILIZE' | 'COERCE' | 'ASSAULT' }
    Review: { id: string; document: string; state: 'open' | 'submitted' | 'adjudicated'; created: string; coders: readonly ({ coder: string; submitted: string | null; answers: readonly (components['schemas']['DecisionBody'])[] | null })[]; adjudicatedBy: string | null; adjudicatedAt: string | null }
    Task: { id: string; kind: 'field' | 'event' | 'pair' | 'link' | 'missed'; field: 'occurrence' | 'type' | 'mode' | 'status' | 'actors' | 'recipients' | 'place' | 'date' | 'killed' | 'injured' | 'attackersKilled' | 'detained' | 'weapons' | 'count' | null; incident: string | null; other: string | null; document: string | null; uncertainty: number; impact: number; weight: number; body: components['schemas']['TaskBody']; incidents: readonly (components['schemas']['Incident'])[]; told: readonly ({ document: string; event: string; publisher: string | null; published: string | null; summary: string | null; span: components['schemas']['Span'] & ({ [name: string]: unknown } | null); sentence: { start: number; text: string } | null })[]; pair: { a: { document: string; event: string }; b: { document: string; event: string }; score: number; reasons: readonly ({ feature: string; weight: number; says: string })[]; same: boolean } | null }
    TaskBody: { kind: 'field'; field: 'occurrence' | 'type' | 'mode' | 'status' | 'actors' | 'recipients' | 'place' | 'date' | 'killed' | 'injured' | 'attackersKilled' | 'detained' | 'weapons' | 'count'; event: { document: string; event: string }; values: number; disputed: boolean; why: string } | { kind: 'event'; event: { document: string; event: string }; confidence: number } | { kind: 'pair'; a: { document: string; event: string }; b: { document: string; event: string }; score: number; same: boolean } | { kind: 'link'; from: { document: string; event: string }; to: { document: string; event: string }; link: 'retaliation' | 'response' | 'cause'; evidence: readonly ({ document: string; event: string; span: components['schemas']['Span'] })[] } | { kind: 'missed'; type: string; span: components['schemas']['Span']; confidence: number }
    Coder: { name: string }
    Batch: { id: string; title: string; state: 'open' | 'submitted' | 'adjudicated'; created: string; createdBy: string; coders: readonly ({ coder: string; submitted: string | null; answered: number })[]; size: number; adjudicatedBy: string | null; adjudicatedAt: string | null }
    Agreement: { fields: readonly ({ field: string; n: number; observed: number; kappa: number | null; alpha: number | null })[]; pace: readonly ({ by: string; decisions: number; active: number; perHour: number | null; last: string })[]; open: { [name: string]: number }; batches: { [name: string]: number } }
    OwnActor: { kind: 'actor'; id: string; name: string; aliases: readonly (string)[]; what: string; sectors: readonly (string)[]; country: string | null; same?: string }
    OwnPlace: { kind: 'place'; id: string; name: string; aliases: readonly (string)[]; what: string; country: string | null; admin1: string | null; latitude: number | null; longitude: number | null; precision: 'site' | 'town' | 'district' | 'province' | 'country' }
    OwnStep: { id: string; kind: 'actor' | 'place'; entry: components['schemas']['OwnActor'] | components['schemas']['OwnPlace'] | null; by: string; at: string; reason: string | null; step: number }
    OwnKept: { id: string; recoded: number }
    Session: { user: string | null; role: 'reader' | 'coder' | 'editor' | 'admin' | null; csrf: string | null; openReads: boolean }
    Credentials: { code: string } | { token: string }
    AuditEntry: { id: string; at: string; by: string; action: string; subject: string | null; detail?: unknown }
    User: { name: string; role: 'reader' | 'coder' | 'editor' | 'admin'; created: string; disabled: boolean }
    Token: { id: string; user: string; label: string | null; created: string; expires: string | null; revoked: boolean; lastUsed: string | null }
    NewToken: { id: string; user: string; label: string | null; created: string; expires: string | null; revoked: boolean; lastUsed: string | null; secret: string }
    AcledAnswer: { status: 200; success: true; count: number; messages: readonly (string)[]; data: readonly ({ [name: string]: string | number | boolean | null })[] }
  }
}

export interface paths {
  '/api/v1/incidents': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; type?: string; type__ne?: string; type__in?: string; type__contains?: string; type__isnull?: string; mode?: string; mode__ne?: string; mode__in?: string; mode__contains?: string; mode__isnull?: string; status?: string; status__ne?: string; status__in?: string; status__contains?: string; status__isnull?: string; contexts?: string; contexts__in?: string; grade?: string; grade__ne?: string; grade__in?: string; grade__contains?: string; grade__isnull?: string; disputed?: string; disputed__ne?: string; date?: string; date__gte?: string; date__lte?: string; date__gt?: string; date__lt?: string; date__isnull?: string; start?: string; start__ne?: string; start__gt?: string; start__gte?: string; start__lt?: string; start__lte?: string; start__in?: string; start__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; admin1?: string; admin1__ne?: string; admin1__in?: string; admin1__contains?: string; admin1__isnull?: string; place?: string; place__ne?: string; place__in?: string; place__contains?: string; place__isnull?: string; placeName?: string; placeName__ne?: string; placeName__in?: string; placeName__contains?: string; placeName__isnull?: string; precision?: string; precision__ne?: string; precision__in?: string; precision__contains?: string; precision__isnull?: string; bbox?: string; near?: string; actor?: string; actor__in?: string; actor__contains?: string; recipient?: string; recipient__in?: string; recipient__contains?: string; participant?: string; participant__in?: string; participant__contains?: string; killed?: string; killed__gte?: string; killed__lte?: string; killed__gt?: string; killed__lt?: string; killed__isnull?: string; injured?: string; injured__gte?: string; injured__lte?: string; injured__gt?: string; injured__lt?: string; injured__isnull?: string; publisher?: string; publisher__in?: string; publisher__contains?: string; document?: string; document__in?: string; document__contains?: string; link?: string; link__in?: string; link__contains?: string; reports?: string; reports__ne?: string; reports__gt?: string; reports__gte?: string; reports__lt?: string; reports__lte?: string; reports__in?: string; reports__isnull?: string; independent?: string; independent__ne?: string; independent__gt?: string; independent__gte?: string; independent__lt?: string; independent__lte?: string; independent__in?: string; independent__isnull?: string; confidence?: string; confidence__ne?: string; confidence__gt?: string; confidence__gte?: string; confidence__lt?: string; confidence__lte?: string; confidence__in?: string; confidence__isnull?: string; change?: string; change__ne?: string; change__gt?: string; change__gte?: string; change__lt?: string; change__lte?: string; change__in?: string; change__isnull?: string; summary?: string; summary__ne?: string; summary__in?: string; summary__contains?: string; summary__isnull?: string; text?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false'; _asof?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['StoredIncident'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string; 'application/geo+json': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/incidents/{id}': {
    get: { parameters: { query?: { _asof?: string }; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoredIncident'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/incidents/{id}/history': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['StoredIncident'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string; 'application/geo+json': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/incidents/{id}/claims': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; document?: string; document__ne?: string; document__in?: string; document__contains?: string; document__isnull?: string; event?: string; event__ne?: string; event__in?: string; event__contains?: string; event__isnull?: string; incident?: string; incident__ne?: string; incident__in?: string; incident__contains?: string; incident__isnull?: string; publisher?: string; publisher__ne?: string; publisher__in?: string; publisher__contains?: string; publisher__isnull?: string; published?: string; published__ne?: string; published__gt?: string; published__gte?: string; published__lt?: string; published__lte?: string; published__in?: string; published__isnull?: string; speaker?: string; speaker__ne?: string; speaker__in?: string; speaker__contains?: string; speaker__isnull?: string; entity?: string; entity__ne?: string; entity__in?: string; entity__contains?: string; entity__isnull?: string; stance?: string; stance__ne?: string; stance__in?: string; stance__contains?: string; stance__isnull?: string; about?: string; about__ne?: string; about__in?: string; about__contains?: string; about__isnull?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['ClaimRow'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/claims': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; document?: string; document__ne?: string; document__in?: string; document__contains?: string; document__isnull?: string; event?: string; event__ne?: string; event__in?: string; event__contains?: string; event__isnull?: string; incident?: string; incident__ne?: string; incident__in?: string; incident__contains?: string; incident__isnull?: string; publisher?: string; publisher__ne?: string; publisher__in?: string; publisher__contains?: string; publisher__isnull?: string; published?: string; published__ne?: string; published__gt?: string; published__gte?: string; published__lt?: string; published__lte?: string; published__in?: string; published__isnull?: string; speaker?: string; speaker__ne?: string; speaker__in?: string; speaker__contains?: string; speaker__isnull?: string; entity?: string; entity__ne?: string; entity__in?: string; entity__contains?: string; entity__isnull?: string; stance?: string; stance__ne?: string; stance__in?: string; stance__contains?: string; stance__isnull?: string; about?: string; about__ne?: string; about__in?: string; about__contains?: string; about__isnull?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['ClaimRow'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/actors': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; name?: string; name__ne?: string; name__in?: string; name__contains?: string; name__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; role?: string; role__ne?: string; role__in?: string; role__contains?: string; role__isnull?: string; incidents?: string; incidents__ne?: string; incidents__gt?: string; incidents__gte?: string; incidents__lt?: string; incidents__lte?: string; incidents__in?: string; incidents__isnull?: string; _size?: number; _next?: string; _sort?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['ActorCount'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/places': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; name?: string; name__ne?: string; name__in?: string; name__contains?: string; name__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; admin1?: string; admin1__ne?: string; admin1__in?: string; admin1__contains?: string; admin1__isnull?: string; incidents?: string; incidents__ne?: string; incidents__gt?: string; incidents__gte?: string; incidents__lt?: string; incidents__lte?: string; incidents__in?: string; incidents__isnull?: string; _size?: number; _next?: string; _sort?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['PlaceCount'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string; 'application/geo+json': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/links': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; from?: string; from__ne?: string; from__in?: string; from__contains?: string; from__isnull?: string; to?: string; to__ne?: string; to__in?: string; to__contains?: string; to__isnull?: string; kind?: string; kind__ne?: string; kind__in?: string; kind__contains?: string; kind__isnull?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['LinkRow'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/aggregates': {
    get: { parameters: { query: { by: string; top?: number; id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; type?: string; type__ne?: string; type__in?: string; type__contains?: string; type__isnull?: string; mode?: string; mode__ne?: string; mode__in?: string; mode__contains?: string; mode__isnull?: string; status?: string; status__ne?: string; status__in?: string; status__contains?: string; status__isnull?: string; contexts?: string; contexts__in?: string; grade?: string; grade__ne?: string; grade__in?: string; grade__contains?: string; grade__isnull?: string; disputed?: string; disputed__ne?: string; date?: string; date__gte?: string; date__lte?: string; date__gt?: string; date__lt?: string; date__isnull?: string; start?: string; start__ne?: string; start__gt?: string; start__gte?: string; start__lt?: string; start__lte?: string; start__in?: string; start__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; admin1?: string; admin1__ne?: string; admin1__in?: string; admin1__contains?: string; admin1__isnull?: string; place?: string; place__ne?: string; place__in?: string; place__contains?: string; place__isnull?: string; placeName?: string; placeName__ne?: string; placeName__in?: string; placeName__contains?: string; placeName__isnull?: string; precision?: string; precision__ne?: string; precision__in?: string; precision__contains?: string; precision__isnull?: string; bbox?: string; near?: string; actor?: string; actor__in?: string; actor__contains?: string; recipient?: string; recipient__in?: string; recipient__contains?: string; participant?: string; participant__in?: string; participant__contains?: string; killed?: string; killed__gte?: string; killed__lte?: string; killed__gt?: string; killed__lt?: string; killed__isnull?: string; injured?: string; injured__gte?: string; injured__lte?: string; injured__gt?: string; injured__lt?: string; injured__isnull?: string; publisher?: string; publisher__in?: string; publisher__contains?: string; document?: string; document__in?: string; document__contains?: string; link?: string; link__in?: string; link__contains?: string; reports?: string; reports__ne?: string; reports__gt?: string; reports__gte?: string; reports__lt?: string; reports__lte?: string; reports__in?: string; reports__isnull?: string; independent?: string; independent__ne?: string; independent__gt?: string; independent__gte?: string; independent__lt?: string; independent__lte?: string; independent__in?: string; independent__isnull?: string; confidence?: string; confidence__ne?: string; confidence__gt?: string; confidence__gte?: string; confidence__lt?: string; confidence__lte?: string; confidence__in?: string; confidence__isnull?: string; change?: string; change__ne?: string; change__gt?: string; change__gte?: string; change__lt?: string; change__lte?: string; change__in?: string; change__isnull?: string; summary?: string; summary__ne?: string; summary__in?: string; summary__contains?: string; summary__isnull?: string; text?: string; _asof?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['AggregateRow'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/points': {
    get: { parameters: { query?: { _size?: number; columns?: string; id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; type?: string; type__ne?: string; type__in?: string; type__contains?: string; type__isnull?: string; mode?: string; mode__ne?: string; mode__in?: string; mode__contains?: string; mode__isnull?: string; status?: string; status__ne?: string; status__in?: string; status__contains?: string; status__isnull?: string; contexts?: string; contexts__in?: string; grade?: string; grade__ne?: string; grade__in?: string; grade__contains?: string; grade__isnull?: string; disputed?: string; disputed__ne?: string; date?: string; date__gte?: string; date__lte?: string; date__gt?: string; date__lt?: string; date__isnull?: string; start?: string; start__ne?: string; start__gt?: string; start__gte?: string; start__lt?: string; start__lte?: string; start__in?: string; start__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; admin1?: string; admin1__ne?: string; admin1__in?: string; admin1__contains?: string; admin1__isnull?: string; place?: string; place__ne?: string; place__in?: string; place__contains?: string; place__isnull?: string; placeName?: string; placeName__ne?: string; placeName__in?: string; placeName__contains?: string; placeName__isnull?: string; precision?: string; precision__ne?: string; precision__in?: string; precision__contains?: string; precision__isnull?: string; bbox?: string; near?: string; actor?: string; actor__in?: string; actor__contains?: string; recipient?: string; recipient__in?: string; recipient__contains?: string; participant?: string; participant__in?: string; participant__contains?: string; killed?: string; killed__gte?: string; killed__lte?: string; killed__gt?: string; killed__lt?: string; killed__isnull?: string; injured?: string; injured__gte?: string; injured__lte?: string; injured__gt?: string; injured__lt?: string; injured__isnull?: string; publisher?: string; publisher__in?: string; publisher__contains?: string; document?: string; document__in?: string; document__contains?: string; link?: string; link__in?: string; link__contains?: string; reports?: string; reports__ne?: string; reports__gt?: string; reports__gte?: string; reports__lt?: string; reports__lte?: string; reports__in?: string; reports__isnull?: string; independent?: string; independent__ne?: string; independent__gt?: string; independent__gte?: string; independent__lt?: string; independent__lte?: string; independent__in?: string; independent__isnull?: string; confidence?: string; confidence__ne?: string; confidence__gt?: string; confidence__gte?: string; confidence__lt?: string; confidence__lte?: string; confidence__in?: string; confidence__isnull?: string; change?: string; change__ne?: string; change__gt?: string; change__gte?: string; change__lt?: string; change__lte?: string; change__in?: string; change__isnull?: string; summary?: string; summary__ne?: string; summary__in?: string; summary__contains?: string; summary__isnull?: string; text?: string; _asof?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Points'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/registry/actors': {
    get: { parameters: { query?: { q?: string; id?: string; _size?: number }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['RegisteredActor'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/registry/actors/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['RegisteredActor'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/gazetteer': {
    get: { parameters: { query?: { name?: string; id?: string; _size?: number }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['GazetteerPlace'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/gazetteer/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['GazetteerPlace'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/documents': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; number?: string; number__ne?: string; number__gt?: string; number__gte?: string; number__lt?: string; number__lte?: string; number__in?: string; number__isnull?: string; url?: string; url__ne?: string; url__in?: string; url__contains?: string; url__isnull?: string; canonical?: string; canonical__ne?: string; canonical__in?: string; canonical__contains?: string; canonical__isnull?: string; publisher?: string; publisher__ne?: string; publisher__in?: string; publisher__contains?: string; publisher__isnull?: string; title?: string; title__ne?: string; title__in?: string; title__contains?: string; title__isnull?: string; published?: string; published__ne?: string; published__gt?: string; published__gte?: string; published__lt?: string; published__lte?: string; published__in?: string; published__isnull?: string; language?: string; language__ne?: string; language__in?: string; language__contains?: string; language__isnull?: string; added?: string; added__ne?: string; added__gt?: string; added__gte?: string; added__lt?: string; added__lte?: string; added__in?: string; added__isnull?: string; setAside?: string; setAside__ne?: string; setAside__in?: string; setAside__contains?: string; setAside__isnull?: string; change?: string; change__ne?: string; change__gt?: string; change__gte?: string; change__lt?: string; change__lte?: string; change__in?: string; change__isnull?: string; text?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Document'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { documents: readonly (components['schemas']['NewDocument'])[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': readonly ({ id: string; outcome: 'added' | 'known' | 'copy' | 'revised' | 'deleted' })[] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/documents/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Document'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { reason: string; forGood?: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { deleted: string; forGood: boolean } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    patch?: never
  }
  '/api/v1/documents/{id}/texts': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': readonly ({ revision: number; sha256: string; text: string; at: string })[] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/documents/{id}/analysis': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoredAnalysis'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/documents/{id}/explanation': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Explanation'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/documents/{id}/analyses': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['StoredAnalysis'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/analyses': {
    get: { parameters: { query?: { _size?: number; _next?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['StoredAnalysis'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/search': {
    get: { parameters: { query: { q: string; _size?: number; _next?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['SearchHit'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/changes': {
    get: { parameters: { query?: { since?: number; kinds?: string; _size?: number; _next?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Change'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/deletions': {
    get: { parameters: { query?: { since?: number; kinds?: string; _size?: number; _next?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Change'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/sources': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Source'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { address: string; title?: string | null; enabled?: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Source'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete: { parameters: { query: { address: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { removed: string } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    patch?: never
  }
  '/api/v1/analyse': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': components['schemas']['Report'] } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Analysis'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/explain': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': components['schemas']['Report'] } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Explanation'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/work': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Work'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/events': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'text/event-stream': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/uploads': {
    get?: never
    put?: never
    post: { parameters: { query: { name: string }; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/octet-stream': string } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Upload'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/sources/fetch': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { address?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Followed'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/decisions': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; kind?: string; kind__ne?: string; kind__in?: string; kind__contains?: string; kind__isnull?: string; by?: string; by__ne?: string; by__in?: string; by__contains?: string; by__isnull?: string; at?: string; at__ne?: string; at__gt?: string; at__gte?: string; at__lt?: string; at__lte?: string; at__in?: string; at__isnull?: string; document?: string; document__in?: string; document__contains?: string; event?: string; event__in?: string; event__contains?: string; undone?: string; undone__ne?: string; change?: string; change__ne?: string; change__gt?: string; change__gte?: string; change__lt?: string; change__lte?: string; change__in?: string; change__isnull?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false'; _asof?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Decision'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { decisions: readonly (components['schemas']['DecisionBody'])[]; reason?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': readonly (components['schemas']['Decision'])[] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/decisions/lost': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['LostDecision'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/incidents/{id}/decisions': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Decision'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/decisions/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Decision'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/reviews': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; document?: string; document__ne?: string; document__in?: string; document__contains?: string; document__isnull?: string; state?: string; state__ne?: string; state__in?: string; state__contains?: string; state__isnull?: string; created?: string; created__ne?: string; created__gt?: string; created__gte?: string; created__lt?: string; created__lte?: string; created__in?: string; created__isnull?: string; coder?: string; coder__in?: string; coder__contains?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Review'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { document: string; coders: readonly [string, string] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Review'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/reviews/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Review'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/reviews/{id}/answers': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { answers: readonly (components['schemas']['DecisionBody'])[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Review'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/reviews/{id}/adjudication': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { decisions: readonly (components['schemas']['DecisionBody'])[]; reason?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Review'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/tasks': {
    get: { parameters: { query?: { skipped?: 'true' | 'false'; id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; kind?: string; kind__ne?: string; kind__in?: string; kind__contains?: string; kind__isnull?: string; field?: string; field__ne?: string; field__in?: string; field__contains?: string; field__isnull?: string; incident?: string; incident__ne?: string; incident__in?: string; incident__contains?: string; incident__isnull?: string; document?: string; document__ne?: string; document__in?: string; document__contains?: string; document__isnull?: string; type?: string; type__ne?: string; type__in?: string; type__contains?: string; type__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; placeName?: string; placeName__ne?: string; placeName__in?: string; placeName__contains?: string; placeName__isnull?: string; weight?: string; weight__ne?: string; weight__gt?: string; weight__gte?: string; weight__lt?: string; weight__lte?: string; weight__in?: string; weight__isnull?: string; uncertainty?: string; uncertainty__ne?: string; uncertainty__gt?: string; uncertainty__gte?: string; uncertainty__lt?: string; uncertainty__lte?: string; uncertainty__in?: string; uncertainty__isnull?: string; impact?: string; impact__ne?: string; impact__gt?: string; impact__gte?: string; impact__lt?: string; impact__lte?: string; impact__in?: string; impact__isnull?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Task'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/tasks/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Task'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/tasks/{id}/skip': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { skipped: string; gone: boolean } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { unskipped: string } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    patch?: never
  }
  '/api/v1/tasks/{id}/answer': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { answer: 'event' | 'none' | 'open'; note?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { answered: string } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/coders': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Coder'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/batches': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; title?: string; title__ne?: string; title__in?: string; title__contains?: string; title__isnull?: string; state?: string; state__ne?: string; state__in?: string; state__contains?: string; state__isnull?: string; created?: string; created__ne?: string; created__gt?: string; created__gte?: string; created__lt?: string; created__lte?: string; created__in?: string; created__isnull?: string; coder?: string; coder__in?: string; coder__contains?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Batch'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { title: string; coders: readonly [string, string]; tasks?: readonly (string)[]; kind?: 'field' | 'event' | 'pair' | 'link' | 'missed'; size?: number } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Batch'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/batches/{id}': {
    get: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { batch: components['schemas']['Batch']; tasks: readonly ({ task: components['schemas']['Task']; answers: { [name: string]: { choice: string; decisions: readonly (components['schemas']['DecisionBody'])[]; note: string | null } } })[] } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/batches/{id}/answers': {
    get?: never
    put: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { task: string; choice: string; decisions?: readonly (components['schemas']['DecisionBody'])[]; note?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Batch'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/batches/{id}/submit': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Batch'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/batches/{id}/adjudication': {
    get?: never
    put?: never
    post: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { decisions: readonly (components['schemas']['DecisionBody'])[]; none?: readonly (string)[]; reason?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Batch'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/agreement': {
    get: { parameters: { query?: { since?: string }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Agreement'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/own/actors': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['OwnActor'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { id?: string; name: string; aliases?: readonly (string)[]; what?: string; sectors?: readonly (string)[]; country?: string | null; same?: string; reason?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['OwnKept'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/own/places': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['OwnPlace'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { id?: string; name: string; aliases?: readonly (string)[]; what?: string; country?: string | null; admin1?: string | null; latitude?: number | null; longitude?: number | null; precision?: 'site' | 'town' | 'district' | 'province' | 'country'; reason?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['OwnKept'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/own/history': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['OwnStep'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/own/{id}': {
    get?: never
    put?: never
    post?: never
    delete: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { reason?: string | null } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['OwnKept'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    patch?: never
  }
  '/api/v1/export/{format}': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; type?: string; type__ne?: string; type__in?: string; type__contains?: string; type__isnull?: string; mode?: string; mode__ne?: string; mode__in?: string; mode__contains?: string; mode__isnull?: string; status?: string; status__ne?: string; status__in?: string; status__contains?: string; status__isnull?: string; contexts?: string; contexts__in?: string; grade?: string; grade__ne?: string; grade__in?: string; grade__contains?: string; grade__isnull?: string; disputed?: string; disputed__ne?: string; date?: string; date__gte?: string; date__lte?: string; date__gt?: string; date__lt?: string; date__isnull?: string; start?: string; start__ne?: string; start__gt?: string; start__gte?: string; start__lt?: string; start__lte?: string; start__in?: string; start__isnull?: string; country?: string; country__ne?: string; country__in?: string; country__contains?: string; country__isnull?: string; admin1?: string; admin1__ne?: string; admin1__in?: string; admin1__contains?: string; admin1__isnull?: string; place?: string; place__ne?: string; place__in?: string; place__contains?: string; place__isnull?: string; placeName?: string; placeName__ne?: string; placeName__in?: string; placeName__contains?: string; placeName__isnull?: string; precision?: string; precision__ne?: string; precision__in?: string; precision__contains?: string; precision__isnull?: string; bbox?: string; near?: string; actor?: string; actor__in?: string; actor__contains?: string; recipient?: string; recipient__in?: string; recipient__contains?: string; participant?: string; participant__in?: string; participant__contains?: string; killed?: string; killed__gte?: string; killed__lte?: string; killed__gt?: string; killed__lt?: string; killed__isnull?: string; injured?: string; injured__gte?: string; injured__lte?: string; injured__gt?: string; injured__lt?: string; injured__isnull?: string; publisher?: string; publisher__in?: string; publisher__contains?: string; document?: string; document__in?: string; document__contains?: string; link?: string; link__in?: string; link__contains?: string; reports?: string; reports__ne?: string; reports__gt?: string; reports__gte?: string; reports__lt?: string; reports__lte?: string; reports__in?: string; reports__isnull?: string; independent?: string; independent__ne?: string; independent__gt?: string; independent__gte?: string; independent__lt?: string; independent__lte?: string; independent__in?: string; independent__isnull?: string; confidence?: string; confidence__ne?: string; confidence__gt?: string; confidence__gte?: string; confidence__lt?: string; confidence__lte?: string; confidence__in?: string; confidence__isnull?: string; change?: string; change__ne?: string; change__gt?: string; change__gte?: string; change__lt?: string; change__lte?: string; change__in?: string; change__isnull?: string; summary?: string; summary__ne?: string; summary__in?: string; summary__contains?: string; summary__isnull?: string; text?: string; _asof?: string }; path: { format: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': unknown } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/session': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': components['schemas']['Credentials'] } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    patch?: never
  }
  '/api/v1/me': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { user: string | null; role: 'reader' | 'coder' | 'editor' | 'admin' | null; engine: string; version: string; change: number } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/audit': {
    get: { parameters: { query?: { id?: string; id__ne?: string; id__in?: string; id__contains?: string; id__isnull?: string; at?: string; at__ne?: string; at__gt?: string; at__gte?: string; at__lt?: string; at__lte?: string; at__in?: string; at__isnull?: string; by?: string; by__ne?: string; by__in?: string; by__contains?: string; by__isnull?: string; action?: string; action__ne?: string; action__in?: string; action__contains?: string; action__isnull?: string; subject?: string; subject__ne?: string; subject__in?: string; subject__contains?: string; subject__isnull?: string; _size?: number; _next?: string; _sort?: string; _facet?: string; _count?: 'true' | 'false' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['AuditEntry'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/users': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['User'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/users/{name}': {
    get?: never
    put: { parameters: { query?: never; path: { name: string }; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { role: 'reader' | 'coder' | 'editor' | 'admin'; disabled?: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['User'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/tokens': {
    get: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { rows: readonly (components['schemas']['Token'])[]; next: string | null; total: number | null; facets: { [name: string]: readonly ({ value: string | number | boolean | null; name?: string; count: number })[] } }; 'application/x-ndjson': string; 'text/csv': string } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post: { parameters: { query?: never; path?: never; header?: never; cookie?: never }; requestBody: { content: { 'application/json': { user: string; label?: string; expires?: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['NewToken'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    delete?: never
    patch?: never
  }
  '/api/v1/tokens/{id}': {
    get?: never
    put?: never
    post?: never
    delete: { parameters: { query?: never; path: { id: string }; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': { revoked: string } } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    patch?: never
  }
  '/api/acled/read': {
    get: { parameters: { query?: { event_id_cnty?: string; event_id_cnty_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; event_date?: string; event_date_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; year?: string; year_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; time_precision?: string; time_precision_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; disorder_type?: string; disorder_type_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; event_type?: string; event_type_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; sub_event_type?: string; sub_event_type_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; actor1?: string; actor1_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; assoc_actor_1?: string; assoc_actor_1_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; inter1?: string; inter1_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; actor2?: string; actor2_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; assoc_actor_2?: string; assoc_actor_2_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; inter2?: string; inter2_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; interaction?: string; interaction_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; civilian_targeting?: string; civilian_targeting_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; iso?: string; iso_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; region?: string; region_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; country?: string; country_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; admin1?: string; admin1_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; admin2?: string; admin2_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; admin3?: string; admin3_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; location?: string; location_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; latitude?: string; latitude_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; longitude?: string; longitude_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; geo_precision?: string; geo_precision_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; source?: string; source_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; source_scale?: string; source_scale_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; notes?: string; notes_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; fatalities?: string; fatalities_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; tags?: string; tags_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; timestamp?: string; timestamp_where?: '=' | '>' | '<' | '>=' | '<=' | 'BETWEEN' | 'LIKE'; limit?: number; page?: number; fields?: string; _format?: 'json' | 'csv' }; path?: never; header?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['AcledAnswer'] } }; default: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Failure'] } } } }
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
}
