/** What every store does, whatever its engine: run by store-sqlite.test.ts and store-postgres.test.ts. */
import { accessContract } from './store/access.ts'
import { analysisContract } from './store/analyses.ts'
import { decisionContract } from './store/decisions.ts'
import { documentContract } from './store/documents.ts'
import { eraseContract } from './store/erase.ts'
import type { MakeGround } from './store/ground.ts'
import { incidentContract } from './store/incidents.ts'
import { migrationContract } from './store/migrations.ts'
import { stepContract } from './store/steps.ts'
import { taskContract } from './store/tasks.ts'

export function storeContract(make: MakeGround): void {
  documentContract(make)
  eraseContract(make)
  analysisContract(make)
  incidentContract(make)
  stepContract(make)
  decisionContract(make)
  accessContract(make)
  taskContract(make)
  migrationContract(make)
}
