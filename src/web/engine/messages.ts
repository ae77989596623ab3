/** What the page and the worker that codes say to each other. */
import type { Explained, Report } from '../../core/index.ts'

/** `pack` is the gzipped file of tables and models; its buffer is handed over. */
export type ToWorker = { readonly kind: 'load'; readonly pack: ArrayBuffer } | { readonly kind: 'code'; readonly ask: number; readonly report: Report }

export type FromWorker =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'coded'; readonly ask: number; readonly explained: Explained; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly ask: number | null; readonly message: string }
