/** What can be taken in, in words: the ends of names, and what each is read as. */

export interface Kind { readonly ends: readonly string[]; readonly title: string; readonly says: string }

export const KINDS: readonly Kind[] = [
  { ends: ['.txt', '.md'], title: 'Text', says: 'One report a file.' },
  { ends: ['.html', '.htm', '.xhtml'], title: 'Saved pages', says: 'The article is cut out; publisher and day come from the page.' },
  { ends: ['.json', '.ndjson', '.jsonl'], title: 'JSON', says: 'Reports with text and, where known, title, publisher, published, url.' },
  { ends: ['.csv', '.tsv'], title: 'Tables', says: 'One report a row, in a column "text"; or a column "url", whose pages are fetched.' },
  { ends: ['.urls'], title: 'Lists of addresses', says: 'One a line, also in a text file; the pages are fetched.' },
  { ends: ['.opml', '.xml'], title: 'Feeds', says: 'A saved feed gives its entries; a list in OPML adds every feed that it names.' },
  { ends: ['.warc', '.warc.gz', '.wacz'], title: 'Web archives', says: 'Every article of a crawl.' },
  { ends: ['.zip'], title: 'Zip files', says: 'All but archives and feeds, in one.' },
]

/** For the `accept` of a file input. */
export const ENDS = KINDS.flatMap(k => k.ends).join(',')
