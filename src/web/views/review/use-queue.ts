/** The queue: one task shown, the next at hand, answers sent behind it one after the other, each of which can be taken back. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { reportQuery } from '../../api/queries.ts'
import { say, sayFailure } from '../../ui/toasts.tsx'
import { paceOf, type Pace } from './pace.ts'
import { answerMissed, decideNow, skipTask, taskQuery, tasksQuery, unskipTask, type Narrowed } from './queries.ts'
import { reportsOf, type Task } from './task.ts'
import type { Verdict } from './verdict.ts'

export interface Queue {
  /** Null while nothing is known, or nothing is left. */
  readonly task: Task | null
  readonly left: number | null
  readonly error: unknown
  readonly again: () => void
  readonly pace: Pace
  readonly answer: (verdict: Verdict) => void
  readonly skip: () => void
  /** Takes the last answer back; undefined where there is none of this sitting. */
  readonly undo: (() => void) | undefined
}

/** What was done with a task, and how it is taken back once the server has it. */
interface Past { readonly task: Task; /** Milliseconds that the answer took; null of a task that was skipped. */ readonly took: number | null; readonly kept: Promise<(() => Promise<unknown>) | null> }

/** Tasks that stay at hand; below it more are asked for. */
const FEW = 8

/** `first` is the id of the task that an address names. */
export function useQueue(kind: string | null, narrowed: Narrowed, first: string | null, onShown: (id: string) => void): Queue {
  const queries = useQueryClient(), { data, error, refetch } = useQuery(tasksQuery(kind, narrowed)), [shown, setShown] = useState<Task | null>(null), [gone, setGone] = useState<ReadonlySet<string>>(new Set()), [past, setPast] = useState<readonly Past[]>([])
  const since = useRef(0), line = useRef<Promise<unknown>>(Promise.resolve()), named = useQuery({ ...taskQuery(first ?? ''), enabled: first !== null && shown === null && !gone.has(first) })
  const rows = data?.kind === kind ? data.rows : null, list = rows?.filter(t => !gone.has(t.id)) ?? [], waiting = first !== null && shown === null && !gone.has(first) && named.isPending
  const fits = shown !== null && !gone.has(shown.id) && (kind === null || shown.kind === kind), task = fits ? shown : waiting ? null : shown === null && named.data !== undefined && !gone.has(named.data.id) ? named.data : list[0] ?? null
  const next = list.filter(t => t.id !== task?.id), left = rows === null ? null : Math.max(0, (data?.total ?? 0) - (rows.length - list.length))
  useEffect(() => { setShown(task); since.current = performance.now(); if (task !== null) onShown(task.id) }, [task?.id]) // oxlint-disable-line react/exhaustive-deps -- once for each task
  useEffect(() => { for (const ahead of next.slice(0, 2)) for (const id of reportsOf(ahead).slice(0, 3)) void queries.prefetchQuery(reportQuery(id)) })
  useEffect(() => { if (left !== null && list.length < FEW && left > list.length) void queries.invalidateQueries({ queryKey: ['tasks', 'next', kind, narrowed] }) }, [list.length, left, kind, queries])
  const send = (of: Task, took: number | null, does: () => Promise<() => Promise<unknown>>): void => {
    const kept = line.current.then(does).catch((thrown: unknown) => { sayFailure(thrown); setGone(g => without(g, of.id)); return null })
    line.current = kept
    setPast(p => [...p, { task: of, took, kept }])
    setGone(g => new Set([...g, of.id]))
  }
  const stale = (): void => { void queries.invalidateQueries({ queryKey: ['incidents'], refetchType: 'none' }); void queries.invalidateQueries({ queryKey: ['decisions'] }) }
  return {
    task, left, error, again: () => { void refetch() }, pace: paceOf(past.flatMap(p => (p.took === null ? [] : [p.took])), past.filter(p => p.took === null).length),
    answer: verdict => {
      if (task === null) return
      send(task, performance.now() - since.current, async () => { const back = await sent(task, verdict); stale(); return back })
    },
    skip: () => {
      if (task === null) return
      send(task, null, async () => {
        const { gone: isGone } = await skipTask(task.id)
        // There is nothing to come back to, so nothing to take back.
        if (isGone) { setPast(p => p.filter(one => one.task.id !== task.id)); say('This question was gone already: it was decided, or what it was about has changed.') }
        return () => unskipTask(task.id)
      })
    },
    undo: past.length === 0 ? undefined : () => {
      const last = past.at(-1)!
      setPast(p => p.slice(0, -1))
      setGone(g => without(g, last.task.id))
      setShown(last.task)
      line.current = last.kept.then(async back => { await back?.(); stale(); void queries.invalidateQueries({ queryKey: ['tasks'] }); say('Taken back.') }).catch(sayFailure)
    },
  }
}

const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> => new Set([...all].filter(id => id !== one))

/** Sends an answer; gives the way to take it back. */
async function sent(task: Task, { decisions, reason = null, choice }: Verdict): Promise<() => Promise<unknown>> {
  if (choice === 'none') { await answerMissed(task.id, 'none'); return () => answerMissed(task.id, 'open') }
  const made = await decideNow(decisions, reason)
  return () => decideNow(made.map(({ id }) => ({ kind: 'undo', decision: id })), null)
}
