/** Values of fields in words, also of none. */
import type { FieldValue, IncidentField } from '../../../core/model/index.ts'
import { sayField } from '../incident/said.ts'

export function sayFieldValue(field: IncidentField, value: FieldValue | null): string {
  if (field === 'occurrence' && value !== null) return value === false ? 'it did not happen' : 'it happened'
  return (value === null ? '' : sayField(field, value)) || 'not known'
}
