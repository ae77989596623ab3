/** The tables as Kysely knows them; migrations.ts makes them and docs/store.md tells of them. Truth values are 0 and 1, moments and days are text, on both engines. */
import type { Generated } from 'kysely'

/** `until` of a reading that still holds. */
export const FOREVER = Number.MAX_SAFE_INTEGER

interface DocumentTable {
  number: Generated<number>; id: string; canonical: string | null; url: string | null; publisher: string | null; title: string | null; published: string | null; language: string
  sha256: string; revision: number; added: string; aside_code: string | null; aside_reason: string | null; analysis: number | null; born: number; change: number
}
interface TextTable { document: number; revision: number; sha256: string; text: string; at: string }
interface AddressTable { canonical: string; id: string }
interface TombstoneTable { id: string; sha256: string; at: string; by_whom: string; reason: string; change: number }
interface AnalysisTable { number: Generated<number>; document: number; engine: string; sha256: string; at: string; change: number; body: string }
interface FailureTable { document: number; engine: string; attempts: number; message: string; at: string }
interface PendingTable { document: string; change: number }
interface EventTable {
  document: number; event: string; document_id: string; type: string; status: string; country: string | null; first: number | null; last: number | null
  latitude: number | null; longitude: number | null; incident: string | null
}
interface ClaimTable {
  id: string; owner: number; document: string; event: string; incident: string | null; publisher: string | null; published: string | null
  speaker: string; entity: string | null; stance: string; about: string; body: string
}
interface IncidentTable {
  number: Generated<number>; id: string; since: number; until: number; at: string; type: string; mode: string | null; status: string; contexts: string; grade: string; disputed: number
  date_start: string | null; date_end: string | null; country: string | null; admin1: string | null; place: string | null; place_name: string | null; precise: string | null
  latitude: number | null; longitude: number | null; killed_least: number | null; killed_most: number | null; injured_least: number | null; injured_most: number | null
  reports: number; independent: number; confidence: number; summary: string; body: string
}
interface MemberTable { owner: number; document: string; event: string; publisher: string | null }
interface ActorTable { owner: number; n: number; role: string; actor: string; name: string; country: string | null }
interface LinkTable { owner: number; n: number; to_id: string; kind: string; evidence: string }
interface DecisionTable { number: Generated<number>; id: string; kind: string; by_whom: string; at: string; reason: string | null; undone: number; undone_by: string | null; change: number; body: string }
interface DecisionEventTable { owner: number; document: string; event: string }
interface ChangeTable { change: number; n: number; at: string; kind: string; id: string; op: string; by_whom: string | null; reason: string | null }
interface MetaTable { key: string; value: number }
interface UserTable { name: string; role: string; created: string; disabled: number }
interface TokenTable { id: string; user_name: string; hash: string; label: string | null; created: string; expires: string | null; revoked: number; last_used: string | null; parent: string | null }
interface AuditTable { number: Generated<number>; at: string; by_whom: string; action: string; subject: string | null; detail: string }
interface SourceTable {
  address: string; kind: string; title: string | null; enabled: number; added: string; etag: string | null; last_modified: string | null
  checked: string | null; succeeded: string | null; failures: number; error: string | null; position: string | null
}
interface ReviewTable { number: Generated<number>; id: string; document: string; state: string; created: string; adjudicated_by: string | null; adjudicated_at: string | null }
interface ReviewCodingTable { owner: number; coder: string; submitted: string | null; body: string | null }
interface ShelfTable { number: Generated<number>; document: string; event: string; profile: string }
interface ShelfKeyTable { key: number; rank: number; tie: number; owner: number }
interface TaskTable { id: string; kind: string; field: string | null; incident: string | null; other: string | null; document: string | null; uncertainty: number; impact: number; weight: number; at: string; body: string }
interface TaskSkipTable { task: string; by_whom: string; at: string }
interface TaskAnswerTable { number: Generated<number>; task: string; document: string | null; by_whom: string; at: string; answer: string; note: string | null }
interface MissedTable { document: number; n: number; type: string; first_at: number; last_at: number; exact: string; confidence: number }
interface BatchTable { number: Generated<number>; id: string; title: string; state: string; created: string; created_by: string; adjudicated_by: string | null; adjudicated_at: string | null }
interface BatchCoderTable { owner: number; coder: string; submitted: string | null }
interface BatchTaskTable { owner: number; n: number; task: string; kind: string; field: string | null; body: string }
interface BatchAnswerTable { owner: number; task: string; coder: string; choice: string; decisions: string; note: string | null; at: string }
interface OwnStepTable { number: Generated<number>; id: string; kind: string; body: string | null; by_whom: string; at: string; reason: string | null }
interface OwnTouchedTable { document: number; change: number }
interface MigrationTable { number: number; name: string; checksum: string; at: string }

export interface Tables {
  documents: DocumentTable; texts: TextTable; addresses: AddressTable; tombstones: TombstoneTable
  analyses: AnalysisTable; failures: FailureTable; pending: PendingTable; events: EventTable; claims: ClaimTable
  incidents: IncidentTable; incident_members: MemberTable; incident_actors: ActorTable; incident_links: LinkTable
  decisions: DecisionTable; decision_events: DecisionEventTable; changes: ChangeTable; meta: MetaTable
  users: UserTable; tokens: TokenTable; audits: AuditTable; sources: SourceTable; reviews: ReviewTable; review_codings: ReviewCodingTable
  shelf: ShelfTable; shelf_keys: ShelfKeyTable
  tasks: TaskTable; task_skips: TaskSkipTable; task_answers: TaskAnswerTable; missed: MissedTable
  batches: BatchTable; batch_coders: BatchCoderTable; batch_tasks: BatchTaskTable; batch_answers: BatchAnswerTable
  own_steps: OwnStepTable; own_touched: OwnTouchedTable; migrations: MigrationTable
}
