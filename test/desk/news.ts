/** Invented news for the first hour: a feed with its page, and files as a person has them. */
import { INVENTED } from '../../bench/desk/reports.ts'
import type { Answer } from '../support/pages.ts'
import type { Dropped } from './drop.ts'

const article = (publisher: string, published: string, title: string, ...paragraphs: readonly string[]): string => `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="${publisher}"><meta property="article:published_time" content="${published}"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.map(p => `<p>${p}</p>`).join('')}</article></body></html>`

export const RAID_PAGE = article('Three Rivers Wire', '2024-02-11T18:00:00Z', 'Gunmen kill 14 in attack on market near Maiduguri',
  'MAIDUGURI, Nigeria, Feb 11 - Gunmen on motorcycles attacked a market in Konduga, in Borno state, on Saturday, killing at least 14 people and wounding nine, the police said.',
  'Residents said the dead numbered 23. "We have buried 23 people since last night," said Bukar Modu, a trader who had fled the market with his two sons when the first shots were heard.',
  'Boko Haram claimed responsibility for the attack in an audio message that was passed to reporters in the city on Sunday.')

/** A feed of one entry, whose page stands at the same server. */
export const wireFeed: Answer = (request, response) => {
  response.setHeader('content-type', 'application/rss+xml')
  response.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>Three Rivers Wire</title><link>https://wire.example/</link><description>News</description><item><title>Gunmen kill 14 in attack on market near Maiduguri</title><link>http://${request.headers.host!}/konduga</link><guid>konduga</guid><pubDate>Sun, 11 Feb 2024 18:00:00 GMT</pubDate></item></channel></rss>`)
}

/** A file of reports, one in another language, and one that is no report. */
export const NEWS_FILES: readonly Dropped[] = [
  { name: 'february.ndjson', text: INVENTED.filter(r => r.id !== 'maiduguri-wire').map(r => JSON.stringify(r)).join('\n') },
  { name: 'maputo.txt', text: 'Homens armados mataram cinco pessoas num ataque a um mercado na cidade de Maputo na segunda-feira, disse a polícia. Outras nove ficaram feridas e foram levadas para o hospital central.' },
  { name: 'photo.png', text: 'PNG' },
]
