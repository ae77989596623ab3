/** The forms of own additions: an entry of one's own, and a name that is another's. Each says beforehand which reports it would have coded anew. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { countryName, plain } from '../../filters/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Said } from '../../ui/text.tsx'
import { ListSearch } from './list.tsx'
import { actorAs, draftOf, entryOf, namedActor, namedPlace, namesFrom, PRECISIONS, problemsOf, WHATS, type Draft, type Kind, type NewEntry, type OwnEntry } from './own.ts'
import { heldQuery, ownQuery, useOwnChange } from './own-questions.ts'
import { gazetteerQuery, type GazetteerPlace } from '../../api/gazetteer.ts'
import { registryQuery, type RegisteredActor } from './questions.ts'

const TITLES = { actor: ['Add an actor', 'Change the actor'], place: ['Add a place', 'Change the place'] } as const

interface EntryDialogProps { readonly kind: Kind; readonly entry: OwnEntry | null; readonly name?: string; readonly onClose: () => void; readonly onKept?: (id: string) => void }

/** A new entry, or changes to one's own. */
export function EntryDialog({ kind, entry, name = '', onClose, onKept }: EntryDialogProps): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(kind, entry, name)), problems = problemsOf(kind, draft), set = (part: Partial<Draft>): void => { setDraft({ ...draft, ...part }) }
  return (
    <OwnForm title={TITLES[kind][entry === null ? 0 : 1]} names={[draft.name.trim(), ...namesFrom(draft.aliases)]} ready={Object.keys(problems).length === 0} make={() => entryOf(kind, draft, entry?.id)} onClose={onClose} {...onKept === undefined ? {} : { onKept }}>
      <Text label="Name" value={draft.name} problem={draft.name === '' ? undefined : problems.name} onChange={value => { set({ name: value }) }} />
      <Lines label="Other names, one a line" value={draft.aliases} problem={problems.aliases} onChange={value => { set({ aliases: value }) }} />
      <div className="two-fields">
        <label className="field"><span>Kind</span><select className="input" value={draft.what} onChange={event => { set({ what: event.target.value }) }}>{[...new Set([draft.what, ...WHATS[kind]])].map(w => <option key={w} value={w}>{plain(w)}</option>)}</select></label>
        <Text label="Country, two letters" value={draft.country} problem={problems.country} onChange={value => { set({ country: value }) }} />
      </div>
      {kind === 'actor' ? <Text label="Sectors, as REB or MIL" value={draft.sectors} problem={problems.sectors} onChange={value => { set({ sectors: value }) }} /> : <PlaceFields draft={draft} problems={problems} set={set} />}
    </OwnForm>
  )
}

const PlaceFields = ({ draft, problems, set }: { readonly draft: Draft; readonly problems: ReturnType<typeof problemsOf>; readonly set: (part: Partial<Draft>) => void }): ReactNode => (
  <>
    <div className="two-fields"><Text label="Province" value={draft.admin1} onChange={value => { set({ admin1: value }) }} /><label className="field"><span>Extent</span><select className="input" value={draft.precision} onChange={event => { set({ precision: PRECISIONS.find(p => p === event.target.value) ?? 'town' }) }}>{PRECISIONS.map(p => <option key={p}>{p}</option>)}</select></label></div>
    <div className="two-fields"><Text label="Latitude" value={draft.latitude} problem={problems.latitude} onChange={value => { set({ latitude: value }) }} /><Text label="Longitude" value={draft.longitude} problem={problems.longitude} onChange={value => { set({ longitude: value }) }} /></div>
  </>
)

interface NamesDialogProps { readonly known: { readonly actor: RegisteredActor } | { readonly place: GazetteerPlace }; readonly own: OwnEntry | null; readonly onClose: () => void }

/** Further names of one that ships. */
export function NamesDialog({ known, own, onClose }: NamesDialogProps): ReactNode {
  const [text, setText] = useState(own?.aliases.join('\n') ?? ''), names = namesFrom(text), bad = names.some(n => n.length < 2 || n.length > 200), bare = own === null ? null : { ...own, aliases: [] }
  return (
    <OwnForm title={`Names of ${'actor' in known ? known.actor.name : known.place.name}`} names={names} ready={names.length > 0 && !bad} make={() => ('actor' in known ? namedActor(known.actor, bare, names) : namedPlace(known.place, bare, names))} onClose={onClose}>
      <Lines label="Names that reports use, one a line" value={text} problem={bad ? 'Each name has 2 to 200 letters.' : undefined} onChange={setText} />
    </OwnForm>
  )
}

interface SameDialogProps { readonly kind: Kind; readonly name: string; /** The actor that is held to be another, where the registry has it. */ readonly known?: RegisteredActor | undefined; readonly onClose: () => void; readonly onKept: (id: string) => void }

/** A name of reports that is another's: it becomes one of that one's names. An actor that is another: all its names become that one's. */
export function SameDialog({ kind, name, known, onClose, onKept }: SameDialogProps): ReactNode {
  const [words, setWords] = useState(''), [chosen, setChosen] = useState<RegisteredActor | GazetteerPlace | null>(null), registry = useQuery({ ...registryQuery(words), enabled: kind === 'actor' && words.length > 1 }).data, gazetteer = useQuery({ ...gazetteerQuery(words), enabled: kind === 'place' && words.length > 1 }).data, own = useQuery(ownQuery(kind)).data
  const found = words.length < 2 ? [] : kind === 'actor' ? (registry ?? []).map(k => k.known).filter(k => k.id !== known?.id) : gazetteer ?? [], held = (id: string): OwnEntry | null => own?.find(e => e.id === id) ?? null
  const make = (): NewEntry => { if (chosen === null) throw new Error('Nothing is chosen.'); if (known !== undefined) return actorAs(known, held(known.id), chosen.id); return 'sectors' in chosen ? namedActor(chosen, held(chosen.id), [name]) : namedPlace(chosen, held(chosen.id), [name]) }
  return (
    <OwnForm title={`${name}: the same as another`} names={known === undefined ? [name] : [known.name, ...known.names.map(n => n.text)]} ready={chosen !== null && own !== undefined} make={make} onClose={onClose} onKept={id => { onKept(known === undefined ? id : chosen!.id) }}>
      {known !== undefined && <p className="quiet">All its names become the other’s; incidents, facets and exports have only the other. It can be taken back.</p>}
      <ListSearch label={kind === 'actor' ? 'Name or alias of the other' : 'Whole name of the other'} words={words} onChange={next => { setWords(next); setChosen(null) }} />
      <fieldset className="found"><legend className="sr">Which one</legend>
        {found.slice(0, 12).map(one => <label key={one.id}><input type="radio" name="same" checked={chosen?.id === one.id} onChange={() => { setChosen(one) }} /><span><b>{one.name}</b> <span className="quiet">{[('admin1' in one ? one.admin1 : null) ?? '', countryName(one.country)].filter(p => p !== '').join(', ')} <code>{one.id}</code></span></span></label>)}
        {words.length > 1 && found.length === 0 && <p className="quiet">None of that name.</p>}
      </fieldset>
    </OwnForm>
  )
}

interface OwnFormProps { readonly title: string; readonly names: readonly string[]; readonly ready: boolean; readonly make: () => NewEntry; readonly onClose: () => void; readonly onKept?: (id: string) => void; readonly children: ReactNode }

/** What all forms have: the reason, the reports that it touches, keeping. */
function OwnForm({ title, names, ready, make, onClose, onKept, children }: OwnFormProps): ReactNode {
  const [reason, setReason] = useState(''), change = useOwnChange(), form = useId()
  const submit = (event: FormEvent): void => { event.preventDefault(); if (ready) change.mutate({ put: make(), reason: reason.trim() || null }, { onSuccess: ({ id }) => { onClose(); onKept?.(id) } }) }
  return (
    <Dialog open onClose={onClose} title={title} footer={<><button type="button" className="button" onClick={onClose}>Cancel</button><button type="submit" form={form} className="button primary" disabled={!ready || change.isPending}>Keep</button></>}>
      <form id={form} className="own-form" onSubmit={submit}>{children}<Text label="Reason" value={reason} onChange={setReason} /><Held names={names} /></form>
    </Dialog>
  )
}

/** Reports that hold the names, told before anything is kept. */
function Held({ names }: { readonly names: readonly string[] }): ReactNode {
  const long = names.filter(n => n.length > 1), { data } = useQuery(heldQuery(long)), some = (data ?? []).filter(h => h.reports > 0)
  if (long.length === 0 || data === undefined) return <p className="quiet" role="status">Reports that hold a name are coded anew.</p>
  return <p className="quiet" role="status">{some.length === 0 ? 'No report holds such a name yet; those that come will be understood.' : <>To be coded anew, reports with {some.map(({ name, reports }, i) => <span key={name}>{i > 0 && ', '}“<Said text={name} longest={40} />” ({reports.toLocaleString('en')})</span>)}.</>}</p>
}

interface FieldProps { readonly label: string; readonly value: string; readonly problem?: string | undefined; readonly onChange: (value: string) => void }

function Text({ label, value, problem, onChange }: FieldProps): ReactNode {
  const hint = useId()
  return <label className="field"><span>{label}</span><input className="input" value={value} aria-invalid={problem !== undefined} aria-describedby={hint} onChange={event => { onChange(event.target.value) }} /><small id={hint} className="problem">{problem}</small></label>
}

function Lines({ label, value, problem, onChange }: FieldProps): ReactNode {
  const hint = useId()
  return <label className="field"><span>{label}</span><textarea className="input" rows={3} value={value} aria-invalid={problem !== undefined} aria-describedby={hint} onChange={event => { onChange(event.target.value) }} /><small id={hint} className="problem">{problem}</small></label>
}
