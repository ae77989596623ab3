/** What can be done with a task now, as buttons that name their keys. */
import type { ReactNode } from 'react'
import { chosenKeys } from '../../keys/chosen.ts'
import { KEYS } from '../../keys/declared.ts'
import { useKeySettings } from '../../keys/use-keys.ts'
import { Keycaps } from '../../ui/keycap.tsx'
import type { Task, TaskBody } from './task.ts'

export type Act = 'accept' | 'reject' | 'same' | 'different' | 'link' | 'edit' | 'skip' | 'flag' | 'comment' | 'undo'

const COMMON: readonly (readonly [Act, string])[] = [['skip', 'Skip'], ['flag', 'Flag'], ['comment', 'Comment'], ['undo', 'Undo']]

/** The acts of each kind, the likeliest first, in the words of its question. */
const ACTS: Readonly<Record<TaskBody['kind'], readonly (readonly [Act, string])[]>> = {
  field: [['accept', 'As chosen'], ['reject', 'Not this value'], ['edit', 'Another value']],
  event: [['accept', 'It is one'], ['reject', 'It is none']],
  pair: [['same', 'One incident'], ['different', 'Two incidents'], ['link', 'Two, linked']],
  link: [['accept', 'It does'], ['reject', 'It does not']],
  missed: [['accept', 'An incident: code it'], ['reject', 'None']],
}

interface ActionsProps { readonly task: Task; readonly acts: Partial<Record<Act, (() => void) | undefined>>; readonly values: number }

export function Actions({ task, acts, values }: ActionsProps): ReactNode {
  const keys = chosenKeys(KEYS, useKeySettings()), capOf = (id: string): string => keys.find(k => k.id === id)?.keys ?? '', first = ACTS[task.body.kind]
  // Where no value is preferred, none can be left as it is: the numbers choose.
  const shown = first.filter(([act]) => acts[act] !== undefined || act !== 'accept' || task.body.kind !== 'field')
  const button = ([act, word]: readonly [Act, string], look = ''): ReactNode => <button key={act} type="button" className={`button ${look}`} disabled={acts[act] === undefined} onClick={acts[act]}>{word} <Keycaps keys={capOf(act)} /></button>
  return (
    <div className="actions" role="group" aria-label="Answers">
      {values > 1 && <span className="hint"><Keycaps keys={capOf('choose-1')} />{values > 2 ? '–' : ' '}<Keycaps keys={capOf(`choose-${Math.min(9, values)}`)} /> choose</span>}
      {shown.map(act => button(act, act === first[0] ? 'primary' : ''))}
      <span className="gap" />
      {COMMON.map(act => button(act, 'plain'))}
    </div>
  )
}
