/** The migrations in order. One that was released is never edited: stores remember its checksum. `{text}` and its like stand for the engine's types. */

/** `both` runs on either engine, then the engine's own statements. */
export interface Migration { readonly name: string; readonly both: readonly string[]; readonly sqlite: readonly string[]; readonly postgres: readonly string[] }

/** Readings of incidents that still hold (`FOREVER` of tables.ts), as partial indexes write it. */
const NOW = 'where until = 9007199254740991'

const DOCUMENTS = [
  `create table meta (key {text} primary key, value {integer} not null)`,
  `insert into meta (key, value) values ('change', 0)`,
  `create table documents (number {serial}, id {text} not null unique, canonical {text}, url {text}, publisher {text}, title {text}, published {text}, language {text} not null,
    sha256 {text} not null, revision {integer} not null, added {text} not null, aside_code {text}, aside_reason {text}, analysis {integer}, born {integer} not null, change {integer} not null)`,
  `create index documents_by_text on documents (sha256)`,
  `create index documents_by_publisher on documents (publisher, number)`,
  `create index documents_by_day on documents (coalesce(published, ''), id)`,
  `create table texts (document {integer} not null references documents (number) on delete cascade, revision {integer} not null, sha256 {text} not null, text {text} not null, at {text} not null, primary key (document, revision))`,
  `create table addresses (canonical {text} primary key, id {text} not null)`,
  `create index addresses_by_document on addresses (id)`,
  `create table tombstones (id {text} primary key, sha256 {text} not null, at {text} not null, by_whom {text} not null, reason {text} not null, change {integer} not null)`,
  `create index tombstones_by_text on tombstones (sha256)`,
]

const ANALYSES = [
  `create table analyses (number {serial}, document {integer} not null references documents (number) on delete cascade, engine {text} not null, sha256 {text} not null, at {text} not null, change {integer} not null, body {text} not null, unique (document, engine, sha256))`,
  `create table failures (document {integer} not null references documents (number) on delete cascade, engine {text} not null, attempts {integer} not null, message {text} not null, at {text} not null, primary key (document, engine))`,
  `create table pending (document {text} primary key, change {integer} not null)`,
  `create table events (document {integer} not null references documents (number) on delete cascade, event {text} not null, document_id {text} not null, type {text} not null, status {text} not null, country {text},
    first {integer}, last {integer}, latitude {real}, longitude {real}, incident {text}, primary key (document, event))`,
  `create index events_by_document on events (document_id)`,
  `create index events_by_incident on events (incident)`,
  `create index events_by_day on events (first, last)`,
  `create table claims (id {text} primary key, owner {integer} not null references documents (number) on delete cascade, document {text} not null, event {text} not null, incident {text}, publisher {text}, published {text},
    speaker {text} not null, entity {text}, stance {text} not null, about {text} not null, body {text} not null)`,
  `create index claims_by_owner on claims (owner)`,
  `create index claims_by_event on claims (document, event)`,
  `create index claims_by_incident on claims (incident)`,
  `create index claims_by_entity on claims (entity)`,
]

const INCIDENTS = [
  `create table incidents (number {serial}, id {text} not null, since {integer} not null, until {integer} not null, at {text} not null, type {text} not null, mode {text}, status {text} not null, contexts {text} not null,
    grade {text} not null, disputed {integer} not null, date_start {text}, date_end {text}, country {text}, admin1 {text}, place {text}, place_name {text}, precise {text}, latitude {real}, longitude {real},
    killed_least {integer}, killed_most {integer}, injured_least {integer}, injured_most {integer}, reports {integer} not null, independent {integer} not null, confidence {real} not null, summary {text} not null, body {text} not null)`,
  `create index incidents_by_id on incidents (id, since)`,
  `create unique index incidents_now on incidents (id) ${NOW}`,
  `create index incidents_by_day on incidents (coalesce(date_start, ''), id) ${NOW}`,
  `create index incidents_by_killed on incidents (coalesce(killed_least, -1), id) ${NOW}`,
  `create index incidents_by_country on incidents (country, coalesce(date_start, ''), id) ${NOW}`,
  // The past is asked by day and by country too.
  `create index incidents_ever_by_day on incidents (coalesce(date_start, ''), id)`,
  `create index incidents_ever_by_country on incidents (country, coalesce(date_start, ''), id)`,
  // Counts and sums read these two alone, never the rows.
  `create index incidents_of_country_counted on incidents (country, date_start, date_end, type, mode, status, grade, disputed, killed_least, killed_most, injured_least, injured_most, number) ${NOW}`,
  `create index incidents_by_type on incidents (type, coalesce(date_start, ''), id) ${NOW}`,
  `create index incidents_by_place on incidents (place, coalesce(date_start, ''), id) ${NOW}`,
  `create index incidents_by_change on incidents (since, id) ${NOW}`,
  `create index incidents_counted on incidents (type, mode, status, grade, disputed, country, date_start, date_end) ${NOW}`,
  `create table incident_members (owner {integer} not null references incidents (number) on delete cascade, document {text} not null, event {text} not null, publisher {text}, primary key (owner, document, event))`,
  `create index members_by_event on incident_members (document, event, owner)`,
  `create index members_by_publisher on incident_members (publisher, owner)`,
  `create table incident_actors (owner {integer} not null references incidents (number) on delete cascade, n {integer} not null, role {text} not null, actor {text} not null, name {text} not null, country {text}, primary key (owner, n))`,
  `create index actors_by_actor on incident_actors (actor, role, owner)`,
  `create table incident_links (owner {integer} not null references incidents (number) on delete cascade, n {integer} not null, to_id {text} not null, kind {text} not null, evidence {text} not null, primary key (owner, n))`,
  `create index links_by_target on incident_links (to_id)`,
]

const PEOPLE = [
  `create table decisions (number {serial}, id {text} not null unique, kind {text} not null, by_whom {text} not null, at {text} not null, reason {text}, undone {integer} not null, undone_by {text}, change {integer} not null, body {text} not null)`,
  `create table decision_events (owner {integer} not null references decisions (number), document {text} not null, event {text} not null, primary key (owner, event))`,
  `create index decision_events_by_document on decision_events (document)`,
  `create table changes (change {integer} not null, n {integer} not null, at {text} not null, kind {text} not null, id {text} not null, op {text} not null, by_whom {text}, reason {text}, primary key (change, n))`,
  `create index changes_by_time on changes (at, change)`,
  `create index changes_deletions on changes (change, n) where op = 'delete'`,
  `create table users (name {text} primary key, role {text} not null, created {text} not null, disabled {integer} not null)`,
  `create table tokens (id {text} primary key, user_name {text} not null references users (name), hash {text} not null unique, label {text}, created {text} not null, expires {text}, revoked {integer} not null, last_used {text})`,
  `create table audits (number {serial}, at {text} not null, by_whom {text} not null, action {text} not null, subject {text}, detail {text} not null)`,
  `create table sources (address {text} primary key, kind {text} not null, title {text}, enabled {integer} not null, added {text} not null, etag {text}, last_modified {text}, checked {text}, succeeded {text}, failures {integer} not null, error {text}, position {text})`,
  `create table reviews (number {serial}, id {text} not null unique, document {text} not null, state {text} not null, created {text} not null, adjudicated_by {text}, adjudicated_at {text})`,
  `create table review_codings (owner {integer} not null references reviews (number) on delete cascade, coder {text} not null, submitted {text}, body {text}, primary key (owner, coder))`,
]

const TASKS = [
  `create table tasks (id {text} primary key, kind {text} not null, field {text}, incident {text}, other {text}, document {text}, uncertainty {real} not null, impact {real} not null, weight {real} not null, at {text} not null, body {text} not null)`,
  `create index tasks_by_weight on tasks (weight, id)`,
  `create index tasks_by_kind on tasks (kind, weight, id)`,
  `create index tasks_by_incident on tasks (incident)`,
  `create index tasks_by_other on tasks (other)`,
  `create index tasks_by_document on tasks (document)`,
  `create table task_skips (task {text} not null, by_whom {text} not null, at {text} not null, primary key (task, by_whom))`,
  `create table task_answers (number {serial}, task {text} not null, document {text}, by_whom {text} not null, at {text} not null, answer {text} not null, note {text})`,
  `create index task_answers_by_document on task_answers (document)`,
  `create index task_answers_by_task on task_answers (task)`,
  `create table missed (document {integer} not null references documents (number) on delete cascade, n {integer} not null, type {text} not null, first_at {integer} not null, last_at {integer} not null, exact {text} not null, confidence {real} not null, primary key (document, n))`,
  `create table batches (number {serial}, id {text} not null unique, title {text} not null, state {text} not null, created {text} not null, created_by {text} not null, adjudicated_by {text}, adjudicated_at {text})`,
  `create table batch_coders (owner {integer} not null references batches (number) on delete cascade, coder {text} not null, submitted {text}, primary key (owner, coder))`,
  `create table batch_tasks (owner {integer} not null references batches (number) on delete cascade, n {integer} not null, task {text} not null, kind {text} not null, field {text}, body {text} not null, primary key (owner, task))`,
  `create index batch_tasks_by_task on batch_tasks (task)`,
  `create table batch_answers (owner {integer} not null references batches (number) on delete cascade, task {text} not null, coder {text} not null, choice {text} not null, decisions {text} not null, note {text}, at {text} not null, primary key (owner, task, coder))`,
  `create index events_near on events (type, country, first)`,
]

export const MIGRATIONS: readonly Migration[] = [{
  name: 'first',
  both: [...DOCUMENTS, ...ANALYSES, ...INCIDENTS, ...PEOPLE],
  sqlite: [
    `create virtual table document_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
    `create virtual table incident_boxes using rtree (number, west, east, south, north, first, last)`,
  ],
  postgres: [
    `alter table documents add column words tsvector`,
    `create index documents_words on documents using gin (words)`,
    `alter table incidents add column spot point, add column days int4range`,
    `create index incidents_boxes on incidents using gist (spot, days)`,
  ],
}, {
  name: 'sessions',
  both: [`alter table tokens add column parent {text}`],
  sqlite: [], postgres: [],
}, {
  // Events as they are compared, and the keys under which they meet: what is needed to read incidents anew around a few of them.
  name: 'shelf',
  both: [
    `create table shelf (number {serial}, document {text} not null, event {text} not null, profile {text} not null, unique (document, event))`,
  ],
  sqlite: [`create table shelf_keys (key integer not null, rank integer not null, tie integer not null, owner integer not null, primary key (key, rank, tie, owner)) without rowid`],
  postgres: [`create table shelf_keys (key bigint not null, rank bigint not null, tie bigint not null, owner bigint not null, primary key (key, rank, tie, owner))`],
}, {
  name: 'tasks', both: TASKS, sqlite: [], postgres: [],
}, {
  // All that a map draws stands in one index, so that a hundred thousand points are read without their bodies.
  name: 'map',
  both: [`create index incidents_on_map on incidents (coalesce(date_start, ''), id, date_start, date_end, latitude, longitude, type, mode, killed_least, grade, precise, disputed, until) ${NOW}`],
  sqlite: [], postgres: [],
}, {
  name: 'own additions',
  both: [
    `create table own_steps (number {serial}, id {text} not null, kind {text} not null, body {text}, by_whom {text} not null, at {text} not null, reason {text})`,
    `create index own_steps_by_id on own_steps (id)`,
    `create table own_touched (document {integer} primary key references documents (number) on delete cascade, change {integer} not null)`,
  ],
  sqlite: [], postgres: [],
}, {
  // Counts of one type read this alone: the older one lacked what is summed.
  name: 'counts of a type',
  both: [
    `drop index incidents_counted`,
    `create index incidents_counted on incidents (type, date_start, date_end, mode, status, grade, disputed, country, killed_least, killed_most, injured_least, injured_most, number) ${NOW}`,
  ],
  sqlite: [], postgres: [],
}]
