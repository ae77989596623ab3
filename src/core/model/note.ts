/** Notes: what the engine could not read or resolve. Core returns them and never throws on text. */
import type { Span } from './span.ts'

export interface Note { readonly code: string; readonly message: string; readonly span: Span | null }
