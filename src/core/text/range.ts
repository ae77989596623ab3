/** The whole numbers from `from` up to, not including, `to`: the tokens of a stretch. */
export const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)
