/** Reports as the store keeps them: every text that was ever seen under an address, and why one is set aside. */
import type { Page, Query } from './query.ts'

/** A report to be kept. */
export interface NewDocument {
  /** Id that the report brings along; without one the store makes one from its address or its text. */
  readonly id?: string | null
  /** Address as found. */
  readonly url?: string | null
  /** Address without what does not change the page (fragment, tracking parameters): two documents never share one. */
  readonly canonical?: string | null
  readonly publisher?: string | null
  readonly title?: string | null
  /** YYYY-MM-DD or RFC 3339. */
  readonly published?: string | null
  /** ISO 639-1; default "en". */
  readonly language?: string
  readonly text: string
  /** Why the document is kept but not coded, as for another language. */
  readonly setAside?: SetAside | null
}

/** `code` is a short literal ("language", "coding-failed", "by-hand"), `reason` a sentence for people. */
export interface SetAside { readonly code: string; readonly reason: string }

export interface StoredDocument {
  readonly id: string
  readonly url: string | null
  readonly canonical: string | null
  readonly publisher: string | null
  readonly title: string | null
  readonly published: string | null
  readonly language: string
  readonly text: string
  /** Of the UTF-8 bytes of `text`, in hexadecimal. */
  readonly sha256: string
  /** 1 for the first text under this address, 2 for the next. */
  readonly revision: number
  /** RFC 3339, UTC. */
  readonly added: string
  readonly setAside: SetAside | null
  /** Number of the change that wrote it last. */
  readonly change: number
}

/** `added`: new. `known`: address and text are there. `copy`: the text is there under another address, which is now remembered for it. `revised`: the address had another text, which is kept as an earlier revision. `deleted`: it was deleted on purpose and stays so. */
export type AddOutcome = 'added' | 'known' | 'copy' | 'revised' | 'deleted'
/** In the order given; `id` is the document that now stands for the report. */
export interface Added { readonly id: string; readonly outcome: AddOutcome }

/** One earlier or present text of a document. */
export interface DocumentText { readonly revision: number; readonly sha256: string; readonly text: string; readonly at: string }

/** A document that answers a text search. `ranges` are half-open UTF-16 offsets into `snippet`; `offset` is where the snippet begins in the text. */
export interface SearchHit {
  readonly document: StoredDocument
  readonly snippet: string
  readonly offset: number
  readonly ranges: readonly { readonly start: number; readonly end: number }[]
}

export interface Documents {
  /** Keeps reports. Resolves only after commit; the same report again changes nothing. */
  readonly add: (documents: readonly NewDocument[], by?: string | null) => Promise<readonly Added[]>
  readonly get: (id: string) => Promise<StoredDocument | null>
  /** The id of the document at a canonical address, so that it need not be fetched; null where there is none. */
  readonly at: (canonical: string) => Promise<string | null>
  readonly texts: (id: string) => Promise<readonly DocumentText[]>
  /** Fields: id, publisher, published, language, title, url, added, setAside, text (search). */
  readonly query: (query: Query) => Promise<Page<StoredDocument>>
  /** Documents that hold the words, best first; `"two words"` is a phrase, a leading `-` leaves out. */
  readonly search: (words: string, options?: { readonly size?: number; readonly next?: string | null }) => Promise<Page<SearchHit>>
  readonly setAside: (id: string, why: SetAside | null, by?: string | null) => Promise<void>
  /** Removes text and analyses and leaves a tombstone with the reason: the same report is not taken in again. `forGood` takes its words out of the past too: readings that rested on it, what people wrote about it, its addresses. */
  readonly delete: (id: string, by: string, reason: string, options?: { readonly forGood?: boolean }) => Promise<void>
}
